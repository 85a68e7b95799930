import { type Audit, auditIdOf } from '../../cloudfunctions/kernel/audit';
import { timelineIdOf } from '../../cloudfunctions/kernel/note-work';
import {
  type AttentionCase,
  type AttentionFollowUp,
  followUpIdOf,
} from '../../domain/attention/attention-case.schema';
import type { AttentionLevel } from '../../domain/attention/attention-category.schema';
import { type AttentionCount, recounted } from '../../domain/attention/attention-count';
import { CASE_KINDS, type CaseKind } from '../../domain/attention/case-kinds';
import type { PeerPairing } from '../../domain/attention/peer-pairing.schema';
import { addDays, type Day } from '../../domain/calendar/day';
import type { Term } from '../../domain/calendar/term';
import type { Stored } from '../../domain/schema';
import type { SchoolClass, Student } from '../../domain/school/roster.schema';
import { type SealedNote, sealedNoteIdOf } from '../../domain/sealed-note/sealed-note.schema';
import type { TimelineItem } from '../../domain/timeline/timeline.schema';
import { CAST, SCHOOL_ID } from './cast';
import { SEALED_MARK } from './lines';
import { writeIdOf } from './random';
import type { Person } from './roster';

/** A class as the makers of 特别关注, 特异体质 and 排查 need it. */
export interface CaredClass {
  schoolClass: SchoolClass;
  homeroomTeacher: Person;
  students: readonly Student[];
}

export interface CareDocuments {
  attentionCases: AttentionCase[];
  attentionFollowUps: AttentionFollowUp[];
  peerPairings: PeerPairing[];
  sealedNotes: SealedNote[];
  timeline: TimelineItem[];
  audits: Audit[];
}

export const stampsBy = (
  schoolId: string,
  { _id, name }: Person,
  at: Date,
): Omit<Stored, '_id'> => ({
  schemaVersion: 1,
  schoolId,
  createdAt: at,
  createdBy: _id,
  updatedAt: at,
  updatedBy: _id,
  updatedByName: name,
  rev: 1,
});

export const inTheMorning = (day: Day) => new Date(`${day}T09:30:00+08:00`);

export const auditFor = (
  of: Stored & { lastWriteId: string },
  deed: Pick<Audit, 'action' | 'collection' | 'studentId'>,
): Audit => ({
  _id: auditIdOf(of._id, of.lastWriteId),
  kind: 'recorded',
  schemaVersion: 1,
  schoolId: of.schoolId,
  at: of.updatedAt,
  by: of.updatedBy,
  byName: of.updatedByName,
  ...deed,
  documentId: of._id,
  why: { role: 'homeroomTeacher', scope: 'class' },
  reason: null,
});

interface Plan {
  place: number;
  kind: CaseKind;
  level: AttentionLevel;
  /** Days until the next review; below 0 it is overdue. */
  reviewIn: number;
  fields: Record<string, string>;
  goal: string;
  measure: string;
  owner: string;
  sealed: { text: string; categories: string[] } | null;
  isSponsored: boolean;
}

/** The files of every class, by place. */
const PLANS: readonly Plan[] = [
  {
    place: 4,
    kind: 'care',
    level: 1,
    reviewIn: -1,
    fields: { strengths: '爱画画，班级板报一直由他设计。', seen: '近两周有三次上午请假。' },
    goal: '每天按时到校，课间和同桌聊一件事。',
    measure: '早读前在门口等他，一起进教室',
    owner: '班主任',
    sealed: { text: `${SEALED_MARK}：父母正在分开，由奶奶照顾。`, categories: ['singleParent'] },
    isSponsored: true,
  },
  {
    place: 6,
    kind: 'company',
    level: 3,
    reviewIn: 12,
    fields: {
      strengths: '自理能力强，常帮老师收发作业。',
      contact: '每周日晚和妈妈视频。',
      activities: '周三篮球，周五图书角。',
    },
    goal: '每周和父母说一件开心的事。',
    measure: '周五班会后一起给家里打电话',
    owner: '导师',
    sealed: { text: `${SEALED_MARK}：父母在外地工作。`, categories: ['leftBehind'] },
    isSponsored: false,
  },
  {
    place: 8,
    kind: 'talent',
    level: 3,
    reviewIn: 20,
    fields: {
      strengths: '书法获校级一等奖。',
      training: '周四书法社团，美术老师指导。',
      chances: '元旦书画展。',
    },
    goal: '学期末完成一幅参展作品。',
    measure: '每周交一张练习',
    owner: '美术老师',
    sealed: null,
    isSponsored: false,
  },
];

const WORDS = ['这周按时到校四天，主动交了作业。', '愿意和同桌说话了，午餐一起坐。'];

function makeCase(of: CaredClass, student: Student, plan: Plan, today: Day): AttentionCase {
  const openedOn = addDays(today, -21);
  const { kind, level, fields, goal, measure, owner, isSponsored, sealed } = plan;
  const _id = `case-${student._id}-${kind}`;
  const sponsor = isSponsored && of.schoolClass._id.endsWith('g7-c3') ? CAST.leader : null;
  return {
    _id,
    ...stampsBy(student.schoolId, of.homeroomTeacher, inTheMorning(openedOn)),
    studentId: student._id,
    studentName: student.name,
    classId: student.classId,
    classIdentity: student.classIdentity,
    divisionId: student.divisionId,
    ...{ kind, level, fields, goal, status: 'open' },
    measures: [{ id: 'm1', text: measure, owner, until: addDays(today, 7), isDone: false }],
    openedByName: of.homeroomTeacher.name,
    reviewOn: addDays(today, plan.reviewIn),
    sponsorId: sponsor?.openid ?? null,
    sponsorName: sponsor?.name ?? null,
    ...{ lastFollowUpId: null, lastFollowUpAt: null, followUps: 0 },
    ...{ outcome: null, outcomeText: '', closedOn: null },
    hasSealed: sealed !== null,
    ...{ voidedAt: null, voidReason: '' },
    lastWriteId: writeIdOf(_id),
  };
}

const followUpOf = (
  found: AttentionCase,
  by: Person,
  on: Day,
  text: string,
): AttentionFollowUp => ({
  _id: followUpIdOf(found._id, writeIdOf(`${found._id} ${on}`)),
  ...stampsBy(found.schoolId, by, inTheMorning(on)),
  caseId: found._id,
  studentId: found.studentId,
  on,
  byName: by.name,
  change: 'better',
  text,
  nextOn: found.reviewOn ?? on,
  level: found.level,
  leftRev: found.rev,
  before: {
    reviewOn: on,
    level: found.level,
    lastFollowUpId: found.lastFollowUpId,
    lastFollowUpAt: found.lastFollowUpAt,
    measures: found.measures,
  },
  voidedAt: null,
});

const lineOf = (found: AttentionCase, by: Person): TimelineItem => {
  const { isSealed, label } = CASE_KINDS[found.kind];
  const [measure] = found.measures;
  return {
    _id: timelineIdOf({
      kind: 'attentionCase',
      refId: found._id,
      student: { _id: found.studentId },
    }),
    schemaVersion: 1,
    ...{ schoolId: found.schoolId, studentId: found.studentId },
    ...{ classId: found.classId, divisionId: found.divisionId },
    at: found.lastFollowUpAt ?? found.createdAt,
    kind: 'attentionCase',
    refId: found._id,
    title: isSealed ? '' : label,
    excerpt: isSealed ? '' : found.goal,
    isSealed,
    noteId: found.hasSealed ? sealedNoteIdOf(found._id, 'attentionCase') : null,
    audience: 'staff',
    agreed: isSealed ? null : (measure?.text ?? null),
    agreedUntil: isSealed ? null : (measure?.until ?? null),
    by: by._id,
    byName: by.name,
    voidedAt: null,
  };
};

/** The files of special attention of a class, with two follow-ups each and one pairing. */
export function makeCare(of: CaredClass, term: Term, today: Day): CareDocuments {
  const made: CareDocuments = {
    attentionCases: [],
    attentionFollowUps: [],
    peerPairings: [],
    sealedNotes: [],
    timeline: [],
    audits: [],
  };
  const { schoolClass, homeroomTeacher } = of;
  const { schoolId, _id: classId, divisionId } = schoolClass;
  for (const plan of PLANS) {
    const student = of.students[plan.place - 1];
    if (student?.status !== 'enrolled') continue;
    let found = makeCase(of, student, plan, today);
    for (const [index, text] of WORDS.entries()) {
      const on = addDays(today, -14 + 6 * index);
      const followUp = followUpOf(found, homeroomTeacher, on, text);
      made.attentionFollowUps.push(followUp);
      const last = { lastFollowUpId: followUp._id, lastFollowUpAt: followUp.createdAt };
      found = { ...found, ...last, followUps: index + 1 };
    }
    made.attentionCases.push(found);
    made.timeline.push(lineOf(found, homeroomTeacher));
    const deed = { collection: 'attentionCases', studentId: student._id } as const;
    made.audits.push(auditFor(found, { action: 'attentionCase.record', ...deed }));
    if (plan.sealed) {
      const { text, categories } = plan.sealed;
      made.sealedNotes.push({
        _id: sealedNoteIdOf(found._id, 'attentionCase'),
        ...stampsBy(schoolId, homeroomTeacher, found.createdAt),
        ...{ ofId: found._id, kind: 'attentionCase', classId, divisionId, text },
        studentId: student._id,
        rows: Object.fromEntries(categories.map((key) => [key, [student._id]])),
        lastWriteId: writeIdOf(`sealed ${found._id}`),
      });
    }
  }
  const [, one, other] = of.students;
  if (one?.status === 'enrolled' && other?.status === 'enrolled') {
    const _id = `pair-${classId}`;
    made.peerPairings.push({
      _id,
      ...stampsBy(schoolId, homeroomTeacher, inTheMorning(addDays(today, -20))),
      studentIds: [one._id, other._id],
      names: [one.name, other.name],
      ...{ classId, divisionId, termId: term.id },
      aim: '每天互相讲一道数学题',
      until: addDays(today, 40),
      ...{ endedOn: null, endReason: '' },
      lastWriteId: writeIdOf(_id),
    });
  }
  return made;
}

/** How many are in each group now; when the school year began nobody was. */
export const countsOf = (notes: readonly SealedNote[], today: Day): AttentionCount => ({
  ...{ _id: SCHOOL_ID, schemaVersion: 1, schoolId: SCHOOL_ID },
  open: recounted(
    {},
    [],
    notes.flatMap(({ rows }) => Object.keys(rows)),
  ),
  years: [{ schoolYear: 2026, on: addDays(today, -58), counts: {} }],
});
