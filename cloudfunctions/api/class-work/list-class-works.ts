import { isTermOver, termLabel } from '../../../domain/calendar/term';
import type { ListClassWorks } from '../../../domain/class-work/class-work.schema';
import { type ClassWorkKind, kindsOf } from '../../../domain/class-work/class-work-kinds';
import type { z } from '../../../domain/schema';
import type { Caller } from '../procedure';
import { readClass, subjectOfClass } from '../roster.store';
import { classLabelOf } from '../school-names';
import { termOf } from '../terms';
import { readClassWorks, readSponsorSummaries } from './class-work.store';
import { presentWork } from './class-work-view';

/** What was done with a class in a term; without a class, the summaries of sponsors within reach. */
export async function listClassWorks(ctx: Caller, input: z.infer<typeof ListClassWorks>) {
  const { school, member, access, today } = ctx;
  const { classId } = input;
  const term = termOf(ctx, input.termId);
  const own = { schoolId: school._id, memberId: member._id };
  const [schoolClass, works] = await Promise.all([
    classId === undefined ? null : readClass(classId),
    classId === undefined
      ? readSponsorSummaries(school._id, term.id, access.filterFor('sponsorSummary.read'))
      : readClassWorks(school._id, classId, term.id),
  ]);
  if (classId === undefined) access.authorize(own, 'sponsorSummary.read');
  else access.authorize(subjectOfClass(schoolClass));

  const mayRecord =
    schoolClass === null
      ? access.may('sponsorSummary.record', own)
      : access.may('classWork.record', { ...subjectOfClass(schoolClass), schoolId: school._id });
  const isOpen = !isTermOver(term, today);
  return {
    label: schoolClass && classLabelOf(ctx, schoolClass, term.schoolYear),
    term: { id: term.id, label: termLabel(term), startsOn: term.startsOn },
    terms: school.terms.map((one) => ({
      id: one.id,
      label: termLabel(one),
      isOver: isTermOver(one, today),
    })),
    /** What the caller may record here, in this term. */
    kinds: (isOpen && mayRecord
      ? kindsOf(schoolClass ? 'class' : 'sponsor')
      : []) satisfies ClassWorkKind[],
    works: works.map((work) => presentWork(ctx, work)),
  };
}
