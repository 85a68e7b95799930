/** Fields of a wall clock. Every function takes a date whose UTC fields are the local time. */
const DAY = 86_400_000;

export const dayOfYear = (wall: Date): number =>
  Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / DAY) + 1;

/** 0 to 53; weeks begin on Sunday, and days before the year's first Sunday are week 0. */
export const week = (wall: Date): number =>
  Math.floor((dayOfYear(wall) + 6 - wall.getUTCDay()) / 7);

/** Monday is 1, Sunday is 7. */
export const isoDayOfWeek = (wall: Date): number => wall.getUTCDay() || 7;

/** An ISO week belongs to the year that holds its Thursday. */
const thursday = (wall: Date): Date => new Date(wall.getTime() + (4 - isoDayOfWeek(wall)) * DAY);

export const isoWeekYear = (wall: Date): number => thursday(wall).getUTCFullYear();
export const isoWeek = (wall: Date): number => Math.ceil(dayOfYear(thursday(wall)) / 7);

/** Midnight of a day given by ISO week, in milliseconds; overflowing parts carry over. */
export function fromIsoWeek(year: number, weekNumber: number, day: number): number {
  const january4 = new Date(Date.UTC(year, 0, 4));
  const monday = january4.getTime() - (isoDayOfWeek(january4) - 1) * DAY;
  return monday + ((weekNumber - 1) * 7 + day - 1) * DAY;
}
