import { type Audit, auditIdOf } from '../../cloudfunctions/kernel/audit';
import { addDays, type Day } from '../../domain/calendar/day';
import type {
  InteractionCampaign,
  SchoolPart,
} from '../../domain/interaction-form/interaction-campaign.schema';
import type { InteractionCode } from '../../domain/interaction-form/interaction-code.schema';
import { recount } from '../../domain/interaction-form/interaction-form.rules';
import type { FormFields, Question } from '../../domain/interaction-form/interaction-form.schema';
import {
  type Answers,
  type InteractionProgress,
  type InteractionRecord,
  progressIdOf,
  recordIdOf,
} from '../../domain/interaction-form/interaction-record.schema';
import { FORM_PRESETS } from '../../domain/interaction-form/presets';
import type { Stored } from '../../domain/schema';
import type { Student } from '../../domain/school/roster.schema';
import type { TimelineItem } from '../../domain/timeline/timeline.schema';
import { CAST, type CastMember, CLASSES, OTHER_SCHOOL_ID, SCHOOL_ID, STUDENTS } from './cast';
import { type Random, randomOf, writeIdOf } from './random';
import type { ClassRoster } from './roster';
import { timelineItem } from './timeline';

/** What every school has sent out; `brief73` only the class of 王晓岚. */
export type SentForm = 'lastGuardians' | 'guardians' | 'students' | 'brief73';
/** With this code 七(3)班 fills in the form for students by itself. */
export const FORM_CODE = 'SQPWXYZ2';
export const campaignIdOf = (schoolId: string, sent: SentForm): string => `${schoolId}-${sent}`;

/** The cast's children, and a mentee: their forms of this month wait to be filled in. */
const WAITING: readonly string[] = [
  STUDENTS.firstChild._id,
  STUDENTS.secondChild._id,
  STUDENTS.otherChild._id,
  STUDENTS.menteeIn73._id,
];

const BRIGHT = ['主动给妹妹讲题。', '自己收拾了书桌。', '坚持跑步一周。', '把错题讲给我听。'];
const OPINION = [
  '希望多一些课外阅读。',
  '晚上作业有时偏多。',
  '感谢老师的耐心。',
  '想了解孩子上课发言的情况。',
  '希望体育活动多一点。',
];
const STRENGTHS = ['课上常常第一个想出办法。', '乐意帮同桌。', '值日认真，从不用提醒。'];
const PROGRESS = ['作业比上个月按时。', '数学步骤写得清楚了。', '英语开口多了。'];
const WISH = ['请每天听孩子讲一件学校的事。', '请帮着固定睡觉的时间。', ''];

const PREPARED = 0.7;

interface Sent {
  campaign: InteractionCampaign;
  /** The share of families or students who have answered. */
  share: number;
}

export interface InteractionDocuments {
  interactionCampaigns: InteractionCampaign[];
  interactionRecords: InteractionRecord[];
  interactionProgress: InteractionProgress[];
  schoolParts: SchoolPart[];
  interactionCodes: InteractionCode[];
  timeline: TimelineItem[];
  audits: Audit[];
}

const morning = (day: Day) => new Date(`${day}T08:20:00+08:00`);

const stampsOf = (
  schoolId: string,
  { openid, name }: Pick<CastMember, 'openid' | 'name'>,
  at: Date,
): Omit<Stored, '_id'> => ({
  ...{ schemaVersion: 1, schoolId, createdAt: at, createdBy: openid },
  ...{ updatedAt: at, updatedBy: openid, updatedByName: name, rev: 1 },
});

function sentBy(
  schoolId: string,
  sender: CastMember,
  [sent, formId, title]: [SentForm, keyof typeof FORM_PRESETS, string],
  days: [opensOn: Day, closesOn: Day],
  rest: Partial<InteractionCampaign>,
): InteractionCampaign {
  const { intro, respondent, hasSchoolPart, questions } = FORM_PRESETS[formId] as FormFields;
  const [opensOn, closesOn] = days;
  const _id = campaignIdOf(schoolId, sent);
  return {
    _id,
    ...stampsOf(schoolId, sender, morning(opensOn)),
    ...{ title, formId, formRev: 0, intro, respondent, hasSchoolPart, questions },
    ...{ target: 'school', isWide: true, classId: null, divisionId: null },
    ...{ classIds: [], studentIds: [], invited: 0 },
    ...{ opensOn, closesOn, closedAt: null, lastWriteId: writeIdOf(`send ${_id}`) },
    ...rest,
  };
}

/** Forms of a whole school: of last month, of this, and one that students fill in. */
export function wideCampaigns(
  schoolId: string,
  sender: CastMember,
  today: Day,
  invited: number,
): Sent[] {
  const at = (from: number, to: number): [Day, Day] => [addDays(today, from), addDays(today, to)];
  const send = (form: Parameters<typeof sentBy>[2], days: [Day, Day]) =>
    sentBy(schoolId, sender, form, days, { invited });
  return [
    {
      campaign: send(['lastGuardians', 'mentorGuardian', '九月导师与家长互动表'], at(-38, -28)),
      share: 1,
    },
    {
      campaign: send(['guardians', 'mentorGuardian', '十月导师与家长互动表'], at(-5, 6)),
      share: 0.6,
    },
    {
      campaign: send(['students', 'mentorStudent', '导师与学生互动交流表'], at(-3, 11)),
      share: 0.3,
    },
  ];
}

function drawAnswers(questions: readonly Question[], random: Random): Answers {
  const draw = ({ kind, key, options }: Question): string[] => {
    const keys = options.map((option) => option.key);
    if (kind === 'multiple') return random.shuffle(keys).slice(0, random.below(3));
    if (kind === 'text')
      return random.chance(0.6) ? [random.pick(key === 'bright' ? BRIGHT : OPINION)] : [];
    return [random.pick(keys)];
  };
  const drawn = questions.map((question) => [question.key, draw(question)] as const);
  return Object.fromEntries(drawn.filter(([, given]) => given.length > 0));
}

/** Whoever filled it in: of the cast's families the guardian, of others a guardian without part. */
function writerOf(
  studentId: string,
  respondent: InteractionCampaign['respondent'],
  mentor: Student,
) {
  if (respondent === 'student') {
    return { openid: mentor.mentorId ?? '', name: mentor.mentorName ?? '' };
  }
  const cast = [CAST.guardianOfTwo, CAST.guardian].find(({ postings }) =>
    postings.some(({ studentIds }) => studentIds?.includes(studentId)),
  );
  return cast ?? { openid: `oQingHe-guardian-${studentId}`, name: `${mentor.name}的家长` };
}

function answerOf({ campaign }: Sent, student: Student, random: Random): InteractionRecord {
  const _id = recordIdOf(campaign._id, student._id);
  const answeredAt = new Date(
    morning(campaign.opensOn).getTime() + random.below(3 * 24 * 60) * 60_000,
  );
  const writer = writerOf(student._id, campaign.respondent, student);
  return {
    _id,
    ...stampsOf(student.schoolId, writer, answeredAt),
    campaignId: campaign._id,
    formId: campaign.formId,
    studentId: student._id,
    studentName: student.name,
    classId: student.classId,
    divisionId: student.divisionId,
    answers: drawAnswers(campaign.questions, random),
    answeredAt,
    checkState: 'pass',
    lastWriteId: writeIdOf(_id),
  };
}

function partOf(campaign: InteractionCampaign, student: Student, random: Random): SchoolPart {
  const { schoolId, mentorId, mentorName, classId, divisionId } = student;
  const _id = recordIdOf(campaign._id, student._id);
  const mentor = { openid: mentorId ?? '', name: mentorName ?? '' };
  return {
    _id,
    ...stampsOf(schoolId, mentor, morning(campaign.opensOn)),
    ...{ campaignId: campaign._id, studentId: student._id, classId, divisionId },
    strengths: random.pick(STRENGTHS),
    progress: random.pick(PROGRESS),
    wish: random.pick(WISH),
    lastWriteId: writeIdOf(`part ${_id}`),
  };
}

const auditOf = (record: InteractionRecord, { respondent }: InteractionCampaign): Audit => ({
  _id: auditIdOf(record._id, record.lastWriteId),
  kind: 'recorded',
  ...{ schemaVersion: 1, schoolId: record.schoolId, at: record.answeredAt },
  ...{ by: record.updatedBy, byName: record.updatedByName },
  action: respondent === 'guardian' ? 'interactionRecord.submit' : 'interactionRecord.record',
  ...{ collection: 'interactionRecords', documentId: record._id, studentId: record.studentId },
  why:
    respondent === 'guardian'
      ? { role: 'guardian', scope: 'ownChild' }
      : { role: 'mentor', scope: 'mentees' },
  reason: null,
});

function fillIn(
  made: InteractionDocuments,
  sent: Sent,
  students: readonly Student[],
  seed: string,
) {
  const { campaign, share } = sent;
  const [first] = students;
  if (!first) return;
  const progress: InteractionProgress = {
    _id: progressIdOf(campaign._id, first.classId),
    ...{ schemaVersion: 1, schoolId: first.schoolId, campaignId: campaign._id },
    ...{ classId: first.classId, divisionId: first.divisionId },
    ...{ answered: 0, prepared: 0, counts: {} },
  };
  for (const student of students) {
    const random = randomOf(`${seed} form ${campaign._id} ${student._id}`);
    const isPrepared = share === 1 || random.chance(PREPARED) || WAITING.includes(student._id);
    if (campaign.hasSchoolPart && student.mentorId && isPrepared) {
      made.schoolParts.push(partOf(campaign, student, random));
      progress.prepared += 1;
    }
    if (!random.chance(share) || (share < 1 && WAITING.includes(student._id))) continue;
    if (campaign.respondent === 'student' && !student.mentorId) continue;
    const record = answerOf(sent, student, random);
    progress.answered += 1;
    progress.counts = recount(campaign.questions, progress.counts, null, record.answers);
    made.interactionRecords.push(record);
    made.audits.push(auditOf(record, campaign));
    made.timeline.push(
      timelineItem(
        {
          ...{ schoolId: student.schoolId, studentId: student._id },
          ...{ classId: student.classId, divisionId: student.divisionId },
        },
        { openid: record.updatedBy, name: record.updatedByName, postings: [] },
        {
          ...{ kind: 'interactionRecord', refId: record._id, at: record.answeredAt },
          title: campaign.title,
          audience: campaign.respondent === 'guardian' ? 'family' : 'staff',
        },
      ),
    );
  }
  made.interactionProgress.push(progress);
}

export const nothingSent = (): InteractionDocuments => ({
  ...{ interactionCampaigns: [], interactionRecords: [], interactionProgress: [] },
  ...{ schoolParts: [], interactionCodes: [], timeline: [], audits: [] },
});

const codeOf73 = (rosters: readonly ClassRoster[], today: Day): InteractionCode => ({
  _id: FORM_CODE,
  ...stampsOf(SCHOOL_ID, CAST.homeroomTeacher, morning(addDays(today, -3))),
  ...{ campaignId: campaignIdOf(SCHOOL_ID, 'students'), classId: CLASSES.seven3 },
  divisionId: rosters[0]?.schoolClass.divisionId ?? '',
  expiresAt: new Date(`${addDays(today, 11)}T23:59:59+08:00`),
  endedAt: null,
});

/** What this school has sent out, and who has answered. */
export function makeInteractions(
  rosters: readonly ClassRoster[],
  today: Day,
  seed: string,
): InteractionDocuments {
  const made = nothingSent();
  const invited = rosters.reduce((sum, one) => sum + one.schoolClass.studentCount, 0);
  const wide = wideCampaigns(SCHOOL_ID, CAST.studentAffairsOffice, today, invited);
  const days: [Day, Day] = [addDays(today, -1), addDays(today, 8)];
  const brief: Sent = {
    campaign: sentBy(
      SCHOOL_ID,
      CAST.homeroomTeacher,
      ['brief73', 'briefGuardian', '七(3)班集体备班家长问卷'],
      days,
      {
        ...{ target: 'class', classId: CLASSES.seven3, classIds: [CLASSES.seven3] },
        invited: rosters[0]?.schoolClass.studentCount ?? 0,
      },
    ),
    share: 0.4,
  };
  made.interactionCampaigns.push(...wide.map(({ campaign }) => campaign), brief.campaign);
  made.interactionCodes.push(codeOf73(rosters, today));
  for (const { schoolClass, students } of rosters) {
    const enrolled = students.filter(({ status }) => status === 'enrolled');
    for (const sent of wide) fillIn(made, sent, enrolled, seed);
    if (schoolClass._id === CLASSES.seven3) fillIn(made, brief, enrolled, seed);
  }
  return made;
}

/** The other school has sent out the same forms; nobody has answered. */
export const otherCampaigns = (today: Day, invited: number): InteractionCampaign[] =>
  wideCampaigns(OTHER_SCHOOL_ID, CAST.otherPrincipal, today, invited).map(
    ({ campaign }) => campaign,
  );
