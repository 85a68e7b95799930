import { RecordPhotoUpload } from '../../../domain/photo-upload/photo-upload.schema';
import { procedure, router } from '../procedure';
import { recordPhotoUpload } from './record-photo-upload';

export const photoUploadRouter = router({
  record: procedure('photoUpload.record')
    .input(RecordPhotoUpload)
    .mutation(({ ctx, input }) => recordPhotoUpload(ctx, input)),
});
