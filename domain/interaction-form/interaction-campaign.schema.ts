import * as z from 'zod/mini';
import type { Day } from '../calendar/day';
import { id, requiredText, revision, type Stored, text, writeId } from '../schema';
import { asked, type FormFields } from './interaction-form.schema';

export const TARGETS = {
  class: '本班',
  mentees: '我的受导学生',
  division: '本级部',
  school: '全校',
} as const;
export type CampaignTarget = keyof typeof TARGETS;

/**
 * A form sent out (发放): to whom, in which days, with the version of the form it was sent with.
 * Closing, reopening and extending change the days and leave every answer.
 */
export interface InteractionCampaign
  extends Stored,
    Pick<FormFields, 'intro' | 'respondent' | 'hasSchoolPart' | 'questions'> {
  title: string;
  formId: string;
  formRev: number;
  target: CampaignTarget;
  /** False for one's own mentees: what concerns a student is found by them, not by their class. */
  isWide: boolean;
  classId: string | null;
  divisionId: string | null;
  /** The classes it goes to; empty for a whole school. */
  classIds: string[];
  /** The students it goes to, when they are named one by one. */
  studentIds: string[];
  /** How many students it went to when it was sent. */
  invited: number;
  opensOn: Day;
  /** The last day on which it can be filled in. */
  closesOn: Day;
  closedAt: Date | null;
  lastWriteId: string;
}

export const MAX_TITLE = 30;
export const MAX_WINDOW_DAYS = 120;

const day = (label: string) => z.iso.date({ error: `请选“${label}”。` });
const campaignId = () => id('互动表');

export const PlanInteractionCampaign = z.strictObject({
  /** Made by the phone. */
  campaignId: campaignId(),
  writeId: writeId(),
  formId: id('互动表'),
  title: asked('名称', MAX_TITLE),
  target: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('class'), classId: id('班级') }),
    z.strictObject({ kind: z.literal('mentees') }),
    z.strictObject({ kind: z.literal('division'), divisionId: id('级部') }),
    z.strictObject({ kind: z.literal('school') }),
  ]),
  opensOn: day('开始的日子'),
  closesOn: day('截止的日子'),
});

const edit = { campaignId: campaignId(), rev: revision(), writeId: writeId() };

/** Another last day; a campaign that was closed opens again. */
export const ReviseInteractionCampaign = z.strictObject({ ...edit, closesOn: day('截止的日子') });
export const CloseInteractionCampaign = z.strictObject(edit);
export const CampaignById = z.strictObject({ campaignId: campaignId() });

/** How the child is at school, by mentor or homeroom teacher (S4-260); strengths come first. */
export interface SchoolPartWords {
  strengths: string;
  progress: string;
  wish: string;
}

export interface SchoolPart extends Stored, SchoolPartWords {
  campaignId: string;
  studentId: string;
  classId: string;
  divisionId: string;
  lastWriteId: string;
}

export const SCHOOL_PART_LABELS: Record<keyof SchoolPartWords, string> = {
  strengths: '在校的亮点',
  progress: '学习和表现',
  wish: '想请家长一起做的',
};
export const MAX_PART = 300;

export const ReviseSchoolPart = z.strictObject({
  ...edit,
  studentId: id('学生'),
  strengths: requiredText(SCHOOL_PART_LABELS.strengths, MAX_PART),
  progress: text(SCHOOL_PART_LABELS.progress, MAX_PART),
  wish: text(SCHOOL_PART_LABELS.wish, MAX_PART),
});
