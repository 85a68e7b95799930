import type { AttentionSettings } from '../../../domain/attention/attention-category.schema';
import type { Backup } from '../../../domain/backup/backup.schema';
import { readMany, readOne } from '../../kernel/database';

export const readAttention = (schoolId: string): Promise<AttentionSettings | null> =>
  readOne<AttentionSettings>('attentionSettings', schoolId);

/** The last backup that was begun; without its parts. */
export const readLastBackup = async (
  schoolId: string,
): Promise<Pick<Backup, 'state' | 'createdAt'> | null> => {
  const [last] = await readMany<Backup>('backups', {
    where: { schoolId },
    orderBy: [['createdAt', 'desc']],
    fields: ['state', 'createdAt'],
    limit: 1,
  });
  return last ?? null;
};
