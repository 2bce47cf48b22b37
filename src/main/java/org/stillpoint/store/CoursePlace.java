package org.stillpoint.store;

/**
 * The place of a session in a course.
 *
 * @param course id of the course
 * @param day its day, counted from 1 over all weeks
 */
public record CoursePlace(String course, int day) {}
