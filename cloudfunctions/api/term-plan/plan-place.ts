import type { Subject } from '../../../domain/access/scopes';
import type { Term } from '../../../domain/calendar/term';
import type { PlanLevel } from '../../../domain/school/plan-level';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import type { TermPlan } from '../../../domain/term-plan/term-plan.schema';
import type { Caller } from '../procedure';
import { readClass, readClasses } from '../roster.store';
import { classLabelOf, divisionLabelOf } from '../school-names';

/** Whose plan it is, as it is called in the term. */
export interface PlanPlace
  extends Pick<TermPlan, 'level' | 'placeId' | 'placeLabel' | 'classId' | 'divisionId'> {
  subject: Subject;
}

type Ctx = Pick<Caller, 'school' | 'today'>;

export const placeOfClass = (ctx: Ctx, one: SchoolClass, term: Term): PlanPlace => ({
  level: 'class',
  placeId: one._id,
  placeLabel: classLabelOf(ctx, one, term.schoolYear),
  classId: one._id,
  divisionId: one.divisionId,
  subject: { schoolId: one.schoolId, divisionId: one.divisionId, classId: one._id },
});

export const placeOfDivision = (ctx: Ctx, one: SchoolClass, term: Term): PlanPlace => ({
  level: 'division',
  placeId: one.divisionId,
  placeLabel: divisionLabelOf(ctx, one, term.schoolYear),
  classId: null,
  divisionId: one.divisionId,
  subject: { schoolId: one.schoolId, divisionId: one.divisionId },
});

export const placeOfSchool = ({ school }: Ctx): PlanPlace => ({
  level: 'school',
  placeId: school._id,
  placeLabel: '全校',
  classId: null,
  divisionId: null,
  subject: { schoolId: school._id },
});

/** The place of a plan, in one request; null for what does not exist. */
export async function readPlanPlace(
  ctx: Ctx,
  { level, placeId }: { level: PlanLevel; placeId: string },
  term: Term,
): Promise<PlanPlace | null> {
  const { school } = ctx;
  if (level === 'school') return placeId === school._id ? placeOfSchool(ctx) : null;
  if (level === 'class') {
    const schoolClass = await readClass(placeId);
    return schoolClass && placeOfClass(ctx, schoolClass, term);
  }
  const [first] = await readClasses(school._id, [{ field: 'divisionId', in: [placeId] }]);
  return first ? placeOfDivision(ctx, first, term) : null;
}
