import {
  type InteractionProgress,
  type InteractionRecord,
  type InteractionTheme,
  TEXT_PAGE,
} from '../../../domain/interaction-form/interaction-record.schema';
import { MAX_CLASSES } from '../../../domain/school/roster.schema';
import { command } from '../../kernel/cloud';
import { readMany } from '../../kernel/database';

/** How far a campaign is: one document a class. */
export const readProgress = (
  schoolId: string,
  campaignId: string,
  classId: string | undefined,
): Promise<InteractionProgress[]> =>
  readMany<InteractionProgress>('interactionProgress', {
    where: { schoolId, campaignId, ...(classId !== undefined && { classId }) },
    limit: MAX_CLASSES,
  });

const MAX_THEME_LISTS = 100;

export const readThemes = (schoolId: string, campaignId: string): Promise<InteractionTheme[]> =>
  readMany<InteractionTheme>('interactionThemes', {
    where: { schoolId, campaignId },
    limit: MAX_THEME_LISTS,
  });

/** A page of answers whose words may be shown, newest first. */
export const readWords = (
  schoolId: string,
  campaignId: string,
  {
    classId,
    questionKey,
    before,
  }: {
    classId?: string | undefined;
    questionKey: string;
    before?: { at: string; id: string } | undefined;
  },
): Promise<InteractionRecord[]> => {
  const at = before && new Date(before.at);
  return readMany<InteractionRecord>('interactionRecords', {
    where: command.and([
      {
        schoolId,
        campaignId,
        checkState: 'pass',
        [`answers.${questionKey}`]: command.gt(''),
        ...(classId !== undefined && { classId }),
      },
      ...(before
        ? [
            command.or([
              { answeredAt: command.lt(at) },
              { answeredAt: at, _id: command.lt(before.id) },
            ]),
          ]
        : []),
    ]),
    orderBy: [
      ['answeredAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: TEXT_PAGE,
  });
};
