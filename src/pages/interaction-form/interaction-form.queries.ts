import type { Answer } from '../../platform/api';
import { addressOf } from '../../platform/navigate';
import { useAnswer, useAnswerPages, useWrite } from '../../platform/use-api';

export type Forms = Answer<'interactionForm', 'list'>;
export type Form = Forms['forms'][number];
export type Campaigns = Answer<'interactionCampaign', 'list'>;
export type Campaign = Campaigns['sent'][number];
export type Opened = Answer<'interactionRecord', 'byId'>;
export type FilledRecord = NonNullable<Opened['record']>;
export type Listed = Answer<'interactionRecord', 'list'>;
export type Tally = Answer<'interactionTally', 'byId'>;
export type TallyQuestion = Tally['questions'][number];
export type SchoolPart = NonNullable<Opened['schoolPart']>;

type Outdated = Parameters<typeof useWrite>[2];

const ANSWERS_OUTDATED: Outdated = [
  'interactionRecord',
  'interactionProgress',
  'interactionTally',
  'interactionText',
  'interactionDuty',
  'timeline',
];
const CAMPAIGNS_OUTDATED: Outdated = [
  'interactionCampaign',
  'interactionRecord',
  'interactionProgress',
  'interactionDuty',
];

export const useForms = () => useAnswer('interactionForm', 'list', {});
export const useReviseForm = () => useWrite('interactionForm', 'revise', ['interactionForm']);

export const useCampaigns = () => useAnswer('interactionCampaign', 'list', {});
export const usePlanCampaign = () => useWrite('interactionCampaign', 'plan', CAMPAIGNS_OUTDATED);
export const useCloseCampaign = () => useWrite('interactionCampaign', 'close', CAMPAIGNS_OUTDATED);
export const useReviseCampaign = () =>
  useWrite('interactionCampaign', 'revise', CAMPAIGNS_OUTDATED);

export const useClassProgress = (campaignId: string) =>
  useAnswer('interactionProgress', 'list', { campaignId });

interface PartOf {
  campaignId: string;
  /** Left out: one's mentees, or everybody the campaign went to. */
  classId?: string | undefined;
}

const partOf = ({ campaignId, classId }: PartOf) =>
  classId === undefined ? { campaignId } : { campaignId, classId };

export const useListed = (part: PartOf) => useAnswer('interactionRecord', 'list', partOf(part));

/** A form begins from what stands in the cloud, not from what the phone remembers. */
export const useOpened = (campaignId: string, studentId: string) =>
  useAnswer('interactionRecord', 'byId', { campaignId, studentId }, { staleTime: 0 });

/** `draftKey` is where the form keeps what was filled in while it waits for a network. */
export function useSubmit({ campaign, student }: Opened, draftKey: string) {
  const queue = () => ({
    title: `${student.name} · ${campaign.title}`,
    of: draftKey,
    page: addressOf('answerForm', { campaign: campaign.id, student: student.id }),
  });
  const byGuardian = useWrite('interactionRecord', 'submit', ANSWERS_OUTDATED, queue);
  const byStudent = useWrite('interactionRecord', 'record', ANSWERS_OUTDATED, queue);
  return campaign.respondent === 'guardian' ? byGuardian : byStudent;
}

export const useRelease = () => useWrite('interactionRecord', 'signOff', ANSWERS_OUTDATED);

/** Neither draft nor queue: a classroom's tablet keeps nothing of what a student wrote. */
export const useOpenSlip = () => useWrite('interactionSlip', 'byId', []);
export const useSubmitSlip = () => useWrite('interactionSlip', 'submit', []);
export type Slip = Answer<'interactionSlip', 'byId'>;

export const useRecordCode = () => useWrite('interactionCode', 'record', ['interactionRecord']);
export const useCloseCode = () => useWrite('interactionCode', 'close', ['interactionRecord']);

/** Who looked is recorded in the cloud each time, so it is a write and nothing remembers it. */
export const useOpenPhotos = () => useWrite('interactionPhoto', 'list', []);

/** As a filled form: the words wait under their draft. */
export const useRevisePart = ({ campaign, student }: Opened, draftKey: string) =>
  useWrite('schoolPart', 'revise', ANSWERS_OUTDATED, () => ({
    title: `${student.name} · 在校的情况`,
    of: draftKey,
    page: addressOf('schoolPart', { campaign: campaign.id, student: student.id }),
  }));

export const useTally = (part: PartOf) => useAnswer('interactionTally', 'byId', partOf(part));

export const useTexts = (part: PartOf, questionKey: string) =>
  useAnswerPages('interactionText', 'list', { ...partOf(part), questionKey });

export const useReviseTheme = () => useWrite('interactionTheme', 'revise', ['interactionTally']);
