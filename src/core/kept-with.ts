/**
 * What follows from something that never changes once it is made (a label, a policy's groups), found when it is first
 * asked for and kept for as long as that thing is there. It changes no answer, only its time.
 */

/** The same function, which looks once at each object. */
export function keptWith<Of extends object, Found extends NonNullable<unknown> | null>(
  find: (of: Of) => Found,
): (of: Of) => Found {
  const found = new WeakMap<Of, Found>();
  return (of) => {
    const known = found.get(of);
    if (known !== undefined) return known;
    const now = find(of);
    found.set(of, now);
    return now;
  };
}

/** The same for what follows from two objects; the second is the one that lives longer. */
export function keptWithBoth<Of extends object, With extends object, Found extends NonNullable<unknown> | null>(
  find: (of: Of, given: With) => Found,
): (of: Of, given: With) => Found {
  const per = keptWith((given: With) => keptWith((of: Of) => find(of, given)));
  return (of, given) => per(given)(of);
}
