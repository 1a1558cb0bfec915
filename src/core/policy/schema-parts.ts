/** The small shapes that all parts of the policy are made of, with messages that say what to write instead. */
import * as z from 'zod/mini';

/** Names of things inside the policy. */
export const id = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'use small letters, digits, ".", "_" and "-", 64 at most'));

/** What people read. */
export const name = z
  .string()
  .check(z.minLength(1, 'must not be empty'), z.maxLength(200, 'is longer than 200 characters'));

/** What agents may do on a site. */
export const mandate = z.enum(['observe', 'draft', 'ask', 'flow']);

/** One https host; never a pattern that covers more than was named. */
export const matchPattern = z
  .string()
  .check(
    z.regex(
      /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/,
      'must name one https host in ASCII, like "https://forum.corp.example/*" (write "xn--…" for other letters)',
    ),
  );

export const address = z
  .string()
  .check(z.regex(/^[^\s@,;<>"]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be one mail address with an ASCII domain'));

/** A member of a group: a user name, or an address as everything compares them, so that nobody is missed for his letters. */
export const member = z
  .string()
  .check(
    z.minLength(1, 'must not be empty'),
    z.maxLength(254, 'is longer than 254 characters'),
    z.regex(
      /^([^@]+|[^\s@,;<>"]+@[a-z0-9-]+(\.[a-z0-9-]+)+)$/i,
      'must be a user name, or one mail address with an ASCII domain',
    ),
  );

export const exactDomain = z
  .string()
  .check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a domain in ASCII, like "corp.example"'));

/** A mail domain, or "*.corp.example" for it and everything below it. */
export const domain = z
  .string()
  .check(
    z.regex(
      /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
      'must be a domain in ASCII, like "corp.example" or "*.corp.example" (write "xn--…" for other letters)',
    ),
  );

/** How hard it is to say yes, from nothing at all to not at all. */
export const cell = z.enum(['allow', 'report', 'light', 'grave', 'authenticator', 'block']);

/** Chrome's own whole numbers end here: it drops a key with a larger one in silence. */
export const LARGEST_NUMBER = 2_147_483_647;
export const LARGER_NUMBER = 'is above 2,147,483,647: Chrome hands over no larger number';

/** The same shape, with what it is for: goes into the managed schema and the reference. */
export function meaning<T extends z.ZodMiniType>(shape: T, what: string): T {
  return shape.check(z.describe(what));
}

/** A whole number that may be left out. */
export function limit(most: number, what: string, least = 1) {
  return z.optional(
    z
      .int()
      .check(
        z.gte(least, `is below ${least.toLocaleString('en')}`),
        z.lte(most, `is above ${most.toLocaleString('en')}`),
        z.describe(what),
      ),
  );
}

/** A list with an end. */
export function list<T extends z.core.$ZodType>(of: T, most: number): z.ZodMiniArray<T> {
  return z.array(of).check(z.maxLength(most, `has more than ${most.toLocaleString('en')} entries`));
}

/** A condition: an empty list would mean "never" to one reader and "always" to another, so it is a fault. */
export function someOf<T extends z.core.$ZodType>(of: T, most = 1_000): z.ZodMiniArray<T> {
  return list(of, most).check(z.minLength(1, 'is an empty list: leave the key out, or name at least one'));
}
