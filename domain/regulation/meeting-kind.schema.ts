import * as z from 'zod/mini';
import { requiredText, text } from '../schema';
import {
  APPROVERS,
  type Approver,
  MEETING_KIND_IDS,
  MEETING_SCOPES,
  type MeetingScope,
  PARTICIPANTS,
  type Participant,
} from './meeting-words';

const PARTICIPANT_NAMES = Object.keys(PARTICIPANTS) as [Participant, ...Participant[]];

const participant = () => z.enum(PARTICIPANT_NAMES, { error: '请选择参会的人。' });
const participants = () => z.array(participant()).check(z.minLength(1), z.maxLength(12));
const approver = () => z.enum(Object.keys(APPROVERS) as [Approver, ...Approver[]]);
const clause = () => requiredText('依据', 40);
const clock = () => z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '时间不对。' }));
const smallNumber = () => z.int().check(z.gte(1), z.lte(60));

const rule = <K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), clause: clause(), ...shape });

/** What must exist before the meeting is held. */
export const NeedBeforeSchema = z.discriminatedUnion('kind', [
  rule('planDaysAhead', { days: smallNumber() }),
  rule('approvedPlan', { by: approver() }),
  rule('dataPack', { forWhom: participants() }),
  rule('questionnairesTallied', { from: participants() }),
  rule('topicsSent', { daysAhead: smallNumber() }),
  rule('levelReports', {}),
  /** Its place in the week; another needs approval where `approvedBy` says by whom. */
  rule('slot', {
    weekday: z.int().check(z.gte(1), z.lte(7)),
    from: clock(),
    to: clock(),
    approvedBy: z.optional(approver()),
    approvalClause: z.optional(clause()),
  }),
]);

/** What must be so while it is held. */
export const DuringSchema = z.discriminatedUnion('kind', [
  rule('oneSitting', { unlessApprovedBy: approver() }),
  rule('studentLevels', { min: smallNumber() }),
  rule('recorderNamed', {}),
  rule('previousResolutionsReviewed', {}),
  rule('lateResolutionsExplained', {}),
  rule('resolutionsAssigned', {}),
  rule('agreedOpinions', {}),
]);

/** What must follow before it counts as finished. */
export const AfterSchema = z.discriminatedUnion('kind', [
  rule('minutes', { by: participant() }),
  rule('report', { by: participants() }),
  rule('signOff', { by: participant() }),
  rule('resolutionsForwarded', { by: participant() }),
]);

export const MeetingKindSchema = z.strictObject({
  id: z.enum(MEETING_KIND_IDS, { error: '请选择会议种类。' }),
  label: requiredText('会议名称', 30),
  scope: z.enum(Object.keys(MEETING_SCOPES) as [MeetingScope, ...MeetingScope[]]),
  chair: participant(),
  attendees: z
    .array(
      z.strictObject({
        who: participant(),
        isRequired: z.boolean(),
        /** The least percentage of those who could come: of the class, of its teachers. */
        minSharePercent: z.optional(z.int().check(z.gte(1), z.lte(100))),
        clause: clause(),
      }),
    )
    .check(z.maxLength(16)),
  steps: z
    .array(
      z.strictObject({
        key: z.string().check(z.regex(/^[a-z][A-Za-z]{1,30}$/)),
        label: requiredText('步骤', 30),
        who: participant(),
        hint: text('提示', 120),
        clause: clause(),
      }),
    )
    .check(z.maxLength(12)),
  /** Discussion in groups, each run by somebody. */
  groups: z
    .array(
      z.strictObject({
        of: z.enum(['guardian', 'subjectTeacher', 'students']),
        chairs: participants(),
        hint: text('提示', 200),
        clause: clause(),
      }),
    )
    .check(z.maxLength(3)),
  before: z.array(NeedBeforeSchema).check(z.maxLength(12)),
  during: z.array(DuringSchema).check(z.maxLength(12)),
  after: z.array(AfterSchema).check(z.maxLength(12)),
  clause: clause(),
});

export type MeetingKind = z.infer<typeof MeetingKindSchema>;
export type NeedBefore = z.infer<typeof NeedBeforeSchema>;
export type During = z.infer<typeof DuringSchema>;
export type After = z.infer<typeof AfterSchema>;
export type MeetingRule = NeedBefore | During | After;
