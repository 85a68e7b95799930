import { AppError } from '../../../domain/errors';
import { divisionIdOf, schoolClassIdOf } from '../../../domain/first-run/first-run.rules';
import type { z } from '../../../domain/schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import { MAX_CLASSES } from '../../../domain/school/roster.schema';
import type { RecordSchoolClasses } from '../../../domain/school/structure.schema';
import { newClass } from '../new-class';
import type { Caller } from '../procedure';
import { readClasses } from '../roster.store';
import { changeSchool } from './change-school';

/**
 * Add classes to a grade, numbered on from those it has or had. The school's revision changes with
 * them, so that two who add at once do not give the same number twice.
 */
export async function recordClasses(ctx: Caller, input: z.infer<typeof RecordSchoolClasses>) {
  const { stage, entryYear, campusId, count, writeId } = input;
  const { school } = ctx;
  const why = ctx.access.authorize({ schoolId: school._id });
  const all = await readClasses(school._id, 'everything', { withClosed: true });
  const numbers = all
    .filter((one) => one.stage === stage && one.entryYear === entryYear)
    .map(({ number }) => number);
  const first = Math.max(0, ...numbers) + 1;
  const siblings = all.filter((one) => one.stage === stage && one.entryYear === entryYear);
  const division = school.structure.divisions.find(
    ({ id, campusId: at }) =>
      at === campusId && siblings.some(({ divisionId }) => divisionId === id),
  ) ?? { id: divisionIdOf(campusId, { stage, entryYear }), label: '', campusId };
  const added = Array.from({ length: count }, (_, index): SchoolClass => {
    const identity = { stage, entryYear, number: first + index };
    const _id = schoolClassIdOf(school._id, identity);
    return newClass(ctx, { _id, divisionId: division.id, ...identity });
  });
  return changeSchool(ctx, {
    action: 'schoolClass.record',
    why,
    edit: { rev: input.rev, writeId },
    change({ structure }) {
      if (!structure.campuses.some(({ id }) => id === campusId)) {
        throw new AppError('badInput', { sentence: '没有找到这个校区，请刷新后重新选择。' });
      }
      if (all.length + count > MAX_CLASSES) {
        throw new AppError('badInput', { sentence: `一所学校最多 ${MAX_CLASSES} 个班。` });
      }
      const isKnown = structure.divisions.some(({ id }) => id === division.id);
      const divisions = isKnown ? structure.divisions : [...structure.divisions, division];
      return { structure: { ...structure, divisions } };
    },
    async beside(tx) {
      for (const one of added) await tx.put('classes', one);
    },
  });
}
