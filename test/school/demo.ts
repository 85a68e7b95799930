/** What `npm start` plays with: the cast in a school of twelve classes, as of today. */
import { dayOf } from '../../domain/calendar/day';
import type { LocalCloud } from '../../local-cloud/start-local-cloud';
import { makeSchool } from './make-school';
import { fill, migrate } from './seed';
import { FUNCTION_VARIABLES } from './set-up-code';

const SIZE = { classes: 12, studentsPerClass: 45 };

export const { people } = makeSchool(SIZE);

/** A stranger may try how a school is opened. */
export const variables = FUNCTION_VARIABLES;

/** Brings the database up to date, and fills it if it is empty. */
export async function seedSchool(cloud: LocalCloud): Promise<void> {
  await migrate(cloud);
  fill(cloud, makeSchool({ ...SIZE, today: dayOf(new Date(cloud.clock.now())) }));
}
