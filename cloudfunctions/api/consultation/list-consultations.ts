import type { Action } from '../../../domain/access/permissions';
import { termLabel } from '../../../domain/calendar/term';
import { sampleOf } from '../../../domain/consultation/consultation.rules';
import { CONSULTATION_PAGE } from '../../../domain/consultation/consultation.schema';
import type {
  ConsultationById,
  ListConsultations,
} from '../../../domain/consultation/consultation-input.schema';
import { AppError } from '../../../domain/errors';
import { regulationAt } from '../../../domain/regulation/regulation';
import type { z } from '../../../domain/schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import type { Caller } from '../procedure';
import { readClasses } from '../roster.store';
import { classLabelOf, divisionLabelsOf } from '../school-names';
import {
  readConsultation,
  readInState,
  readItems,
  readOpenConsultations,
  readPastConsultations,
} from './consultation.store';
import {
  authorizeIn,
  presentConsultation,
  presentItem,
  presentListed,
  presentResolution,
} from './consultation-view';
import { breachesIn, earlierOf } from './meeting-kinds';
import { missingReportsOf, readLevels } from './monthly-report';
import { readOpenResolutions, readReviewed } from './resolution.store';

/** The classes, divisions and the school where somebody may do this, as they are called. */
function placesFor(ctx: Caller, classes: readonly SchoolClass[], action: Action) {
  const { school, access } = ctx;
  const schoolId = school._id;
  const labels = divisionLabelsOf(ctx, classes);
  return {
    class: classes
      .filter(({ _id: classId, divisionId }) =>
        access.may(action, { schoolId, divisionId, classId }),
      )
      .map((one) => ({ id: one._id, label: classLabelOf(ctx, one) })),
    division: [...new Set(classes.map(({ divisionId }) => divisionId))]
      .filter((divisionId) => access.may(action, { schoolId, divisionId }))
      .map((id) => ({ id, label: labels.get(id) ?? '' })),
    school: access.may(action, { schoolId }) ? [{ id: schoolId, label: '全校' }] : [],
  };
}

/** What comes, and what was, within reach and by invitation; and what one may plan. */
export async function listConsultations(ctx: Caller, input: z.infer<typeof ListConsultations>) {
  const { school, member, today, access } = ctx;
  const listing = {
    schoolId: school._id,
    filter: access.filter(),
    memberId: member._id,
  };
  const reach = access.filterFor('consultation.record');
  const isMore = input.before !== undefined || input.of !== undefined;
  const [open, found, classes] = await Promise.all([
    isMore ? [] : readOpenConsultations(listing),
    readPastConsultations(listing, input.before, input.of),
    isMore ? [] : readClasses(school._id, reach),
  ]);
  const past = found.slice(0, CONSULTATION_PAGE);
  const last = found.length > CONSULTATION_PAGE ? past.at(-1) : undefined;
  return {
    open: open.map(presentListed),
    past: past.map(presentListed),
    next: last ? { on: last.on, id: last._id } : null,
    /** Where one may call a meeting, by the scope of its kind. */
    places: {
      ...placesFor(ctx, classes, 'consultation.plan'),
      /** For reports only: a school of several campuses has a level more. */
      campus:
        school.structure.campuses.length > 1 &&
        access.may('consultation.plan', { schoolId: school._id })
          ? school.structure.campuses
          : [],
    },
    /** Leaders plan no meeting, and write the school's monthly report (S4-213). */
    schoolReport: access.may('monthlyReport.submit', {
      schoolId: school._id,
      memberId: member._id,
    })
      ? { id: school._id, label: '全校' }
      : null,
    /** For whose next meeting one may propose a topic. */
    proposes: placesFor(ctx, classes, 'consultation.record'),
    terms: [...school.terms].reverse().map((term) => ({ id: term.id, label: termLabel(term) })),
    kinds: (regulationAt(school.regulationHistory, today)?.meetingKinds ?? []).map(
      ({ id, label, scope, clause }) => ({ id, label, scope, clause }),
    ),
    may: {
      signOff:
        access.filterFor('consultation.signOff') === 'everything' ||
        access.filterFor('consultation.signOff').length > 0,
    },
  };
}

/** A meeting with all that was said, what it answers for and what it lacks. */
export async function consultationById(ctx: Caller, input: z.infer<typeof ConsultationById>) {
  const { consultationId, placeId } = input;
  const schoolId = ctx.school._id;
  const [meeting, items, open, reviewed, levels] = await Promise.all([
    readConsultation(consultationId),
    readItems(schoolId, consultationId),
    readOpenResolutions(schoolId, placeId),
    readReviewed(schoolId, consultationId),
    readLevels(ctx, placeId, ctx.today),
  ]);
  authorizeIn(ctx, meeting);
  if (meeting?.placeId !== placeId) throw new AppError('notFound');
  const earlier = earlierOf(meeting, open, reviewed);
  const said = { items, earlier, missingReports: missingReportsOf(ctx, levels, meeting.on) };
  return {
    ...presentConsultation(ctx, meeting),
    items: items.map(presentItem),
    earlier: earlier.map((resolution) => presentResolution(ctx, resolution)),
    breaches: breachesIn(ctx, meeting, said),
    /** What would be missing if it were over now. */
    breachesAtEnd: breachesIn(
      ctx,
      meeting.isOpen ? { ...meeting, state: 'running' } : meeting,
      said,
    ),
  };
}

/** What waits for a leader's signature; one in five is proposed for a closer look. */
export async function listSignOffs(ctx: Caller) {
  const { school, member, today, access } = ctx;
  const waiting = await readInState(school._id, access.filter(), 'closed');
  const sample = sampleOf(
    waiting.map(({ _id }) => _id),
    today,
    member._id,
  );
  return {
    waiting: waiting.map((meeting) => ({
      ...presentListed(meeting),
      hasBreaches: meeting.breachReason !== '',
      wasAnswered: meeting.signOffs.at(-1)?.kind === 'answered',
      isInSample: sample.includes(meeting._id),
    })),
  };
}
