import type { Subject } from '../../../domain/access/scopes';
import type {
  InteractionCampaign,
  SchoolPart,
} from '../../../domain/interaction-form/interaction-campaign.schema';
import { isOpen, withoutWords } from '../../../domain/interaction-form/interaction-form.rules';
import type {
  FormFields,
  InteractionForm,
} from '../../../domain/interaction-form/interaction-form.schema';
import type { InteractionRecord } from '../../../domain/interaction-form/interaction-record.schema';
import { FORM_PRESETS } from '../../../domain/interaction-form/presets';
import type { Caller } from '../procedure';
import type { ListedCampaign } from './interaction-form.store';

/** What a campaign is asked about: the class or division it went to, and who sent it. */
export const subjectOfCampaign = (
  campaign: Pick<InteractionCampaign, 'schoolId' | 'divisionId' | 'classId' | 'createdBy'> | null,
): Subject | null =>
  campaign && {
    schoolId: campaign.schoolId,
    divisionId: campaign.divisionId ?? undefined,
    classId: campaign.classId ?? undefined,
    memberId: campaign.createdBy,
  };

export const pickForm = (form: FormFields): FormFields => ({
  name: form.name,
  intro: form.intro,
  respondent: form.respondent,
  hasSchoolPart: form.hasSchoolPart,
  questions: form.questions,
  isOn: form.isOn,
});

export type FormVersion = FormFields & { id: string; rev: number };

export const presentForm = (form: InteractionForm): FormVersion => ({
  id: form.formId,
  rev: form.rev,
  ...pickForm(form),
});

/** A preset as it is before a school changes it; null for what is none. */
export function presetForm(formId: string): FormVersion | null {
  const preset = Object.hasOwn(FORM_PRESETS, formId) ? FORM_PRESETS[formId] : undefined;
  return preset ? { id: formId, rev: 0, ...preset } : null;
}

/** A campaign as lists show it. */
export const presentCampaign = (
  { today, member, access }: Caller,
  campaign: ListedCampaign | InteractionCampaign,
) => ({
  id: campaign._id,
  rev: campaign.rev,
  title: campaign.title,
  respondent: campaign.respondent,
  hasSchoolPart: campaign.hasSchoolPart,
  target: campaign.target,
  classId: campaign.classId,
  invited: campaign.invited,
  opensOn: campaign.opensOn,
  closesOn: campaign.closesOn,
  isClosed: campaign.closedAt !== null,
  isOpen: isOpen(campaign, today),
  isMine: campaign.createdBy === member._id,
  mayClose: access.may('interactionCampaign.close', {
    schoolId: campaign.schoolId,
    memberId: campaign.createdBy,
  }),
});

export const presentSchoolPart = (part: SchoolPart | null) => ({
  rev: part?.rev ?? 0,
  strengths: part?.strengths ?? '',
  progress: part?.progress ?? '',
  wish: part?.wish ?? '',
  byName: part?.updatedByName ?? null,
});

/**
 * A filled form for one reader. Words that the platform was not sure about are shown to whoever
 * wrote them, and to the teacher who may let them through.
 */
export function presentRecord(
  { member, access }: Caller,
  questions: InteractionCampaign['questions'],
  record: InteractionRecord | null,
) {
  if (!record) return null;
  const subject = {
    schoolId: record.schoolId,
    classId: record.classId,
    studentId: record.studentId,
  };
  const waits = record.checkState === 'review';
  const isMine = record.updatedBy === member._id;
  const mayRelease = access.may('interactionRecord.signOff', subject);
  const isHidden = waits && !isMine && !mayRelease;
  return {
    rev: record.rev,
    answers: isHidden ? withoutWords(questions, record.answers) : record.answers,
    answeredAt: record.answeredAt,
    byName: record.updatedByName,
    isMine,
    /** Words wait for a teacher. */
    waits,
    isHidden,
    mayRelease: waits && mayRelease,
  };
}

export type RecordView = ReturnType<typeof presentRecord>;
