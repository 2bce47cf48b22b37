package org.stillpoint.serial;

/**
 * A serial port that the system lists.
 *
 * @param path the system name by which it is opened
 * @param name what the system calls the device; may be empty
 * @param usbId vendor and product id, such as "2341:0043"; empty when it is not a USB device
 * @param likely what is probably attached, in words; empty when that is unknown
 * @param advice what prevents this user from opening it, and what to do; empty when no obstacle is
 *     known
 */
public record PortInfo(String path, String name, String usbId, String likely, String advice) {}
