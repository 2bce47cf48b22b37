package org.stillpoint.serial;

/**
 * A serial port the system lists.
 *
 * @param path what to open
 * @param name what the system calls the device; may be empty
 * @param usbId vendor and product id as "2341:0043", empty when it is no USB device
 * @param likely what is probably attached, in words; empty when nothing speaks for anything
 * @param advice what keeps this user from opening it and what to do; empty when nothing is known to
 */
public record PortInfo(String path, String name, String usbId, String likely, String advice) {}
