import type { Member } from '../../domain/access/roles';
import { addDays, type Day, earlierOf, weekdayOf } from '../../domain/calendar/day';
import type { Term } from '../../domain/calendar/term';
import { invitedIdsOf } from '../../domain/consultation/consultation.rules';
import type { Consultation, Invited } from '../../domain/consultation/consultation.schema';
import type {
  ConsultationItem,
  ItemWords,
} from '../../domain/consultation/consultation-item.schema';
import type { Resolution } from '../../domain/consultation/resolution.schema';
import type { Stored } from '../../domain/schema';
import { CAST } from './cast';
import { randomOf, writeIdOf } from './random';
import type { ClassRoster } from './roster';

export interface ConsultationDocuments {
  consultations: Consultation[];
  consultationItems: ConsultationItem[];
  resolutions: Resolution[];
}

interface ConsultationOptions {
  roster: ClassRoster;
  /** Everybody of the school, to see who sits in a class's meetings. */
  members: readonly Member[];
  placeLabel: string;
  term: Term;
  today: Day;
  seed: string;
}

const MEASURES = [
  ['数学作业拖到很晚，错题重复出现。', '基础计算不熟，不敢问。', '每天先做数学，错题当天问一道。'],
  ['最近上课常走神，眼睛总看窗外。', '晚上睡得晚。', '和家长约好十点前休息，先试一周。'],
  ['英语听写进步明显，愿意上台。', '小组里有人一起背。', '请他带着小组每天背五个词。'],
  ['课间一个人待着的时候多。', '换座位后还没有熟悉的同学。', '安排同桌一起做值日。'],
] as const;
const DECISIONS = [
  '晚自习前十分钟安静读书',
  '各科作业总量由班主任每天看一次',
  '每周五公布值日安排',
];
const LEVELS = ['excellent', 'middle', 'needsHelp'] as const;

/** Ids by the class and the meeting's part: two that were, one that comes, one large one. */
export const meetingIdOf = (classId: string, part: 'signed' | 'waiting' | 'next' | 'conference') =>
  `meeting~${classId}~${part}`;

/** The last Saturday before a day. */
const saturdayBefore = (day: Day): Day => addDays(day, -((weekdayOf(day) % 7) + 1));

function seatsOf({ homeroomTeacher }: ClassRoster, members: readonly Member[], classId: string) {
  const chair: Invited = {
    who: 'homeroomTeacher',
    memberId: homeroomTeacher._id,
    name: homeroomTeacher.name,
  };
  const teachers = members
    .filter(({ postings }) =>
      postings.some(
        ({ role, classIds }) => role === 'subjectTeacher' && classIds?.includes(classId),
      ),
    )
    .map(({ _id, name }): Invited => ({ who: 'subjectTeacher', memberId: _id, name }));
  return [chair, ...teachers];
}

/** A class's meetings around today: one signed, one that waits for it, the next, a conference. */
export function makeConsultations(options: ConsultationOptions): ConsultationDocuments {
  const { roster, members, placeLabel, term, today, seed } = options;
  const { schoolClass, homeroomTeacher } = roster;
  const { _id: classId, divisionId, schoolId } = schoolClass;
  const random = randomOf(`${seed} consultations ${classId}`);
  const invited = seatsOf(roster, members, classId);
  const students = roster.students.filter(({ status }) => status === 'enrolled').slice(0, 4);

  const stampsOf = (on: Day, rev: number): Omit<Stored, '_id'> => ({
    schemaVersion: 1,
    schoolId,
    createdAt: new Date(`${on}T08:00:00+08:00`),
    createdBy: homeroomTeacher._id,
    updatedAt: new Date(`${on}T11:00:00+08:00`),
    updatedBy: homeroomTeacher._id,
    updatedByName: homeroomTeacher.name,
    rev,
  });

  const meeting = (
    part: Parameters<typeof meetingIdOf>[1],
    on: Day,
    more: Partial<Consultation>,
  ): Consultation => ({
    _id: meetingIdOf(classId, part),
    ...stampsOf(more.isOpen === false ? on : addDays(today, -1), more.isOpen === false ? 3 : 1),
    kindId: 'weeklyConsultation',
    label: '班级学情会商例会',
    placeLabel,
    scope: 'class',
    placeId: classId,
    classId,
    divisionId,
    termId: term.id,
    state: 'planned',
    isOpen: true,
    on,
    startsAt: '09:00',
    place: '会议室',
    agenda: '',
    chairId: homeroomTeacher._id,
    recorderId: homeroomTeacher._id,
    planWrittenOn: addDays(on, -5),
    invited,
    invitedIds: invitedIdsOf(invited),
    expectedStudents: schoolClass.studentCount,
    presentIds: [],
    presentStudentIds: [],
    guests: [],
    studentLevels: [],
    approvals: [],
    topicsSentOn: null,
    dataPackFor: [],
    campaignIds: [],
    talliedFrom: [],
    changes: [],
    sittings: [],
    minutes: '',
    dissenterIds: [],
    reports: [],
    signOffs: [],
    breachReason: '',
    itemWrites: 0,
    closedAt: null,
    lastWriteId: writeIdOf(`meeting ${classId} ${part}`),
    ...more,
  });

  const held = (on: Day): Partial<Consultation> => ({
    isOpen: false,
    presentIds: invitedIdsOf(invited),
    studentLevels: [...LEVELS],
    minutes: '大家交流了一周的情况，商定了下周的几件事。',
    itemWrites: 3,
    closedAt: new Date(`${on}T11:00:00+08:00`),
  });
  const lastOn = saturdayBefore(today);
  const earlierOn = addDays(lastOn, -7);
  const signed = meeting('signed', earlierOn, {
    ...held(earlierOn),
    state: 'signedOff',
    signOffs: [
      {
        kind: 'signed',
        words: '记得清楚，请继续看作业量。',
        as: 'leader',
        memberId: CAST.leader.openid,
        byName: CAST.leader.name,
        at: new Date(`${addDays(earlierOn, 2)}T16:00:00+08:00`),
      },
    ],
  });
  const waiting = meeting('waiting', lastOn, { ...held(lastOn), state: 'closed' });
  const next = meeting('next', addDays(lastOn, 7), {
    agenda: '期中前的作业安排。',
  });
  const conference = meeting('conference', addDays(lastOn, 14), {
    kindId: 'detailedConference',
    label: '详备',
    planWrittenOn: addDays(today, -1),
    place: '阶梯教室',
    agenda: '期中以后的学习安排。',
  });

  const items: ConsultationItem[] = [];
  const resolutions: Resolution[] = [];
  const say = (of: Consultation, key: string, words: ItemWords) => {
    const studentId = 'studentId' in words ? words.studentId : null;
    const student = students.find(({ _id }) => _id === studentId);
    items.push({
      _id: `${of._id}~${key}`,
      ...stampsOf(earlierOf(of.on, today), 1),
      consultationId: of._id,
      words,
      student: student
        ? { _id: student._id, name: student.name, classId, divisionId: student.divisionId }
        : null,
      ownerName: 'ownerId' in words && words.ownerId ? homeroomTeacher.name : null,
      helperNames: [],
      byName: homeroomTeacher.name,
      voidedAt: null,
      voidReason: '',
      lastWriteId: writeIdOf(`item ${of._id} ${key}`),
    });
  };
  const decide = (of: Consultation, key: string, dueOn: Day, isDone: boolean) => {
    const what = random.pick(DECISIONS);
    const ownerId = homeroomTeacher._id;
    say(of, key, { kind: 'decision', text: what, ownerId, helperIds: [], dueOn });
    resolutions.push({
      _id: `${of._id}~${key}`,
      ...stampsOf(of.on, 1),
      consultationId: of._id,
      placeId: classId,
      placeLabel,
      classId,
      divisionId,
      student: null,
      what,
      ownerId,
      ownerName: homeroomTeacher.name,
      helperIds: [],
      helperNames: [],
      memberIds: [ownerId],
      decidedOn: of.on,
      dueOn,
      state: isDone ? 'done' : 'open',
      isOpen: !isDone,
      steps: isDone
        ? [
            {
              kind: 'done',
              words: '坚持了一周，各科老师都看见了。',
              dueOn: null,
              isOnTrack: null,
              consultationId: waiting._id,
              memberId: ownerId,
              byName: homeroomTeacher.name,
              at: new Date(`${lastOn}T09:20:00+08:00`),
            },
          ]
        : [],
      lastCheckOn: null,
      lastWriteId: writeIdOf(`resolution ${of._id} ${key}`),
    });
  };

  for (const [index, of] of [signed, waiting].entries()) {
    const student = students[index];
    const [status, cause, measure] = random.pick(MEASURES);
    if (student) {
      const task = { ownerId: homeroomTeacher._id, helperIds: [], dueOn: addDays(of.on, 7) };
      say(of, 'student', {
        kind: 'student',
        studentId: student._id,
        status,
        cause,
        measure,
        ...task,
      });
    }
  }
  decide(signed, 'a', lastOn, true);
  // One that is late for the next meeting, and one that is on its way.
  decide(signed, 'b', addDays(today, -2), false);
  decide(waiting, 'a', addDays(today, 5), false);
  say(conference, 'topic', { kind: 'topic', text: '作业量和睡眠', studentId: null });
  return {
    consultations: [signed, waiting, next, conference],
    consultationItems: items,
    resolutions,
  };
}
