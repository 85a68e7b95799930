import type { Subject } from '../../../domain/access/scopes';
import { CASE_KINDS } from '../../../domain/attention/case-kinds';
import { termAt } from '../../../domain/calendar/term';
import { talliesOf } from '../../../domain/consultation/agenda.rules';
import type { AgendaOf } from '../../../domain/consultation/consultation-input.schema';
import type { MeetingScope } from '../../../domain/regulation/meeting-words';
import type { z } from '../../../domain/schema';
import { daysSinceSeen } from '../../../domain/talk/talk.rules';
import type { Caller } from '../procedure';
import { readClass, subjectOfClass } from '../roster.store';
import { classLabelOf } from '../school-names';
import {
  isPart,
  levelOf,
  readLate,
  readLongestUnseen,
  readNewCases,
  readProgressAt,
  readRecentCampaigns,
} from './agenda.store';
import { readConsultation } from './consultation.store';
import { authorizeIn, presentResolution } from './consultation-view';
import { readOpenResolutions } from './resolution.store';
import { presentTopics, readTopicList } from './topics';

type Input = z.infer<typeof AgendaOf>;

const DAY_MS = 86_400_000;
/** What counts as new, by how often a level meets. */
const NEW_DAYS: Record<MeetingScope, number> = {
  class: 14,
  division: 31,
  school: 31,
  district: 31,
};

/**
 * What a meeting's agenda brings by itself: unfinished resolutions, what is late on the level
 * below, students newly in need of attention, those not seen for longest, what people proposed for
 * the next meeting of the place, and what families and students have answered.
 */
export async function listAgenda(ctx: Caller, input: Input) {
  const { school, today, now, access } = ctx;
  const { scope, placeId, meetingId } = input;
  const level = levelOf(input);
  const isClass = 'classId' in level;
  const since = new Date(now.getTime() - NEW_DAYS[scope] * DAY_MS);
  const [meeting, schoolClass, resolutions, late, cases, students, campaigns, progress, topics] =
    await Promise.all([
      meetingId === undefined ? null : readConsultation(meetingId),
      isClass ? readClass(placeId) : null,
      readOpenResolutions(school._id, placeId),
      isClass ? [] : readLate(school._id, level, today),
      readNewCases(school._id, level, since),
      readLongestUnseen(school._id, level),
      isPart(level) ? readRecentCampaigns(school._id, today) : [],
      isPart(level) ? readProgressAt(school._id, level) : [],
      readTopicList(placeId),
    ]);
  const place: Subject | null = isClass
    ? subjectOfClass(schoolClass)
    : { schoolId: scope === 'division' ? school._id : placeId, ...level };
  // Whoever is invited to a meeting of the place sees what it will talk about.
  if (meeting?.placeId === placeId) authorizeIn(ctx, meeting);
  else access.authorize(place);

  const term = termAt(school.terms, today);
  return {
    resolutions: resolutions.map((resolution) => presentResolution(ctx, resolution)),
    late: late
      .filter((resolution) => resolution.placeId !== placeId)
      .map(({ _id: id, what, ownerName: owner, dueOn, placeLabel }) => ({
        ...{ id, what, owner, dueOn, placeLabel },
      })),
    /** That a case is open, never which group it is about; for whom may read cases. */
    flagged: cases
      .filter((found) =>
        access.may('attentionCase.read', {
          schoolId: found.schoolId,
          divisionId: found.divisionId,
          classId: found.classId,
          studentId: found.studentId,
        }),
      )
      .map(({ studentId, studentName: name, classIdentity, kind, createdAt }) => ({
        ...{ studentId, name, createdAt },
        classLabel: classLabelOf(ctx, classIdentity),
        what: CASE_KINDS[kind].listLabel,
      })),
    unseen: students.map((student) => ({
      studentId: student._id,
      name: student.name,
      classLabel: classLabelOf(ctx, student.classIdentity),
      lastTalkOn: student.lastTalkOn,
      /** null when there was no talk this term. */
      daysSince: daysSinceSeen(student, today, term),
    })),
    topics: presentTopics(ctx, topics),
    forms: talliesOf(campaigns, progress, { level, linkedIds: meeting?.campaignIds ?? [] }),
  };
}
