import { AppError } from '../../../domain/errors';
import {
  clearDayOf,
  type PhotoUpload,
  type RecordPhotoUpload,
  uploadOf,
} from '../../../domain/photo-upload/photo-upload.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { newStamps } from '../../kernel/database';
import { inTransaction } from '../../kernel/transaction';
import type { Caller } from '../procedure';

/** Remember a picture that was stored, in case no record comes to name it. */
export async function recordPhotoUpload(
  ctx: Caller,
  { fileId }: z.infer<typeof RecordPhotoUpload>,
): Promise<{ id: string }> {
  const { school, member, access, today } = ctx;
  const why = access.authorize({ schoolId: school._id, memberId: member._id });
  const upload = uploadOf(fileId);
  if (!upload) throw new AppError('badInput', { sentence: '照片没有传好，请再传一次。' });
  return inTransaction(async (tx) => {
    if (await tx.get('photoUploads', upload._id)) return { id: upload._id };
    await tx.put<PhotoUpload>('photoUploads', {
      ...upload,
      ...newStamps(ctx),
      fileId,
      clearOn: clearDayOf(today),
    });
    await tx.put(
      'audits',
      auditOf(ctx, {
        id: upload._id,
        action: 'photoUpload.record',
        collection: 'photoUploads',
        documentId: upload._id,
        why,
      }),
    );
    return { id: upload._id };
  });
}
