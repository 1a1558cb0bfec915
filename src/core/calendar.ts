/** Days of the calendar without a clock: the core must not ask what time it is. */

const DAY_MS = 86_400_000;

/** Milliseconds since the epoch at the end of a day (UTC) written "2026-12-31"; null when there is no such day. */
export function endOfDay(day: string): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (found === null) return null;
  const [, year = 0, month = 0, date = 0] = found.map(Number);
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return null;
  return (daysSinceEpoch(year, month, date) + 1) * DAY_MS;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Proleptic Gregorian days from 1970-01-01; years begin in March here, so that the leap day is the last. */
function daysSinceEpoch(year: number, month: number, date: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
