import type { Grant } from '../../../domain/access/can';
import type { Action } from '../../../domain/access/permissions';
import type { Subject } from '../../../domain/access/scopes';
import {
  approvalsAsked,
  attendanceOf,
  quorumOf,
  reviewedIn,
} from '../../../domain/consultation/consultation.rules';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { ConsultationItem } from '../../../domain/consultation/consultation-item.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import type { MeetingKind } from '../../../domain/regulation/meeting-kind.schema';
import type { Caller } from '../procedure';
import { findKind } from './meeting-kinds';

type Placed = Pick<Consultation, 'schoolId' | 'divisionId' | 'classId'>;

/** Where a meeting or a resolution belongs: what rights are asked about. */
export const subjectOf = (placed: Placed | null): Subject | null =>
  placed && {
    schoolId: placed.schoolId,
    divisionId: placed.divisionId ?? undefined,
    classId: placed.classId ?? undefined,
  };

/** Whoever is invited may do as those in whose reach the meeting is. */
export function authorizeIn(ctx: Caller, meeting: Consultation | null): Grant {
  const { member, school, access } = ctx;
  const isInvited = meeting?.schoolId === school._id && meeting.invitedIds.includes(member._id);
  if (!isInvited) return access.authorize(subjectOf(meeting));
  return access.authorize({ schoolId: school._id, memberId: member._id }, 'consultation.attend');
}

/** As it stands in a list: none of its words. */
export const presentListed = (meeting: Consultation) => ({
  id: meeting._id,
  kindId: meeting.kindId,
  label: meeting.label,
  scope: meeting.scope,
  placeId: meeting.placeId,
  classId: meeting.classId,
  placeLabel: meeting.placeLabel,
  on: meeting.on,
  startsAt: meeting.startsAt,
  place: meeting.place,
  state: meeting.state,
});

function presentPeople({ presentIds, invited, invitedIds }: Consultation) {
  return invitedIds.map((memberId) => {
    const seats = invited.filter((one) => one.memberId === memberId);
    return {
      memberId,
      name: seats[0]?.name ?? '',
      as: seats.map(({ who }) => who),
      isPresent: presentIds.includes(memberId),
    };
  });
}

/** What the kind asks to be ready before: who approves what, and for whom material is made. */
function asksOf(kind: MeetingKind | null) {
  const before = kind?.before ?? [];
  return {
    approvals: kind ? approvalsAsked(kind) : [],
    dataPackFor: before.flatMap((rule) => (rule.kind === 'dataPack' ? rule.forWhom : [])),
    talliedFrom: before.flatMap((rule) => (rule.kind === 'questionnairesTallied' ? rule.from : [])),
  };
}

/** How many dissents somebody may open: whoever leads, records or signs all, the others their own. */
function dissentsFor(
  { access, member }: Caller,
  { chairId, recorderId, dissenterIds }: Consultation,
  subject: Subject,
): number {
  const leads = [chairId, recorderId].includes(member._id);
  if (leads || access.may('consultation.signOff', subject)) return dissenterIds.length;
  return dissenterIds.filter((id) => id === member._id).length;
}

/** A meeting with everything but what was said in it. */
export function presentConsultation(ctx: Caller, meeting: Consultation) {
  const { access, member } = ctx;
  const subject = subjectOf(meeting) as Subject;
  const kind = findKind(ctx, meeting.kindId, meeting.on);
  const may = (action: Action) => access.may(action, subject);
  const nameOf = (id: string | null) =>
    meeting.invited.find(({ memberId }) => memberId === id)?.name ?? null;
  return {
    ...presentListed(meeting),
    rev: meeting.rev,
    agenda: meeting.agenda,
    chair: nameOf(meeting.chairId),
    chairId: meeting.chairId,
    recorder: nameOf(meeting.recorderId),
    recorderId: meeting.recorderId,
    kind: kind && {
      clause: kind.clause,
      steps: kind.steps,
      groups: kind.groups,
      after: kind.after,
    },
    asks: asksOf(kind),
    people: presentPeople(meeting),
    presentStudentIds: meeting.presentStudentIds,
    expectedStudents: meeting.expectedStudents,
    guests: meeting.guests,
    studentLevels: meeting.studentLevels,
    quorum: kind ? quorumOf(kind, meeting) : [],
    attendance: attendanceOf(meeting),
    approvals: meeting.approvals.map(({ matter, by, name, on }) => ({ matter, by, name, on })),
    preparation: {
      topicsSentOn: meeting.topicsSentOn,
      dataPackFor: meeting.dataPackFor,
      campaignIds: meeting.campaignIds,
      talliedFrom: meeting.talliedFrom,
    },
    changes: meeting.changes,
    /** What had been proposed for it beforehand. */
    topics: (meeting.topics ?? []).map(({ id, text, byName }) => ({ id, text, byName })),
    minutes: meeting.minutes,
    breachReason: meeting.breachReason,
    /** How many, for whom may open them; nobody else learns that there are any. */
    dissents: dissentsFor(ctx, meeting, subject),
    /** Who wrote one goes on from it. */
    hasOwnDissent: meeting.dissenterIds.includes(member._id),
    reports: meeting.reports.map(({ who, name, text, at }) => ({ who, name, text, at })),
    signOffs: meeting.signOffs.map(({ kind: step, words, byName, at }) => ({
      kind: step,
      words,
      byName,
      at,
    })),
    may: {
      plan: may('consultation.plan'),
      record: may('consultation.record') || meeting.invitedIds.includes(member._id),
      approve: may('consultation.approve'),
      signOff: may('consultation.signOff') && meeting.state === 'closed',
      print: may('consultation.export'),
    },
  };
}

export const presentItem = (item: ConsultationItem) => ({
  id: item._id,
  rev: item.rev,
  words: item.words,
  student: item.student && { id: item.student._id, name: item.student.name },
  owner: item.ownerName,
  helpers: item.helperNames,
  by: item.byName,
  updatedByName: item.updatedByName,
  voided: item.voidedAt && { reason: item.voidReason },
});

export function presentResolution(ctx: Caller, resolution: Resolution) {
  const { access, member, today } = ctx;
  const subject = subjectOf(resolution) as Subject;
  return {
    id: resolution._id,
    rev: resolution.rev,
    what: resolution.what,
    student: resolution.student && {
      id: resolution.student._id,
      name: resolution.student.name,
    },
    placeId: resolution.placeId,
    placeLabel: resolution.placeLabel,
    owner: resolution.ownerName,
    helpers: resolution.helperNames,
    decidedOn: resolution.decidedOn,
    dueOn: resolution.dueOn,
    state: resolution.state,
    isLate: resolution.isOpen && resolution.dueOn < today,
    reviewedIn: reviewedIn(resolution),
    lastCheckOn: resolution.lastCheckOn,
    steps: resolution.steps.map(({ kind, words, dueOn, isOnTrack, byName, at }) => ({
      kind,
      words,
      dueOn,
      isOnTrack,
      byName,
      at,
    })),
    may: {
      report: resolution.isOpen && resolution.memberIds.includes(member._id),
      check: resolution.isOpen && access.may('resolution.signOff', subject),
    },
  };
}
