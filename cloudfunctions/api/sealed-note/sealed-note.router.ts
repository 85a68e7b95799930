import {
  OpenSealedNote,
  ReviseSealedCategories,
  ReviseSealedFamily,
  ReviseSealedTalk,
  ReviseSealedVisit,
} from '../../../domain/sealed-note/sealed-note.schema';
import { procedure, router } from '../procedure';
import { openSealedNote } from './open-sealed-note';
import { reviseSealedCategories } from './revise-sealed-categories';
import { reviseSealedFamily } from './revise-sealed-family';
import { reviseSealedTalk } from './revise-sealed-talk';
import { reviseSealedVisit } from './revise-sealed-visit';

export const sealedNoteRouter = router({
  // Opening writes who opened it and why: a mutation, so that no cache repeats it by itself.
  byId: procedure('sealedNote.read')
    .input(OpenSealedNote)
    .mutation(({ ctx, input }) => openSealedNote(ctx, input)),

  reviseFamily: procedure('sealedNote.revise')
    .input(ReviseSealedFamily)
    .mutation(({ ctx, input }) => reviseSealedFamily(ctx, input)),

  reviseHomeVisit: procedure('homeVisit.close')
    .input(ReviseSealedVisit)
    .mutation(({ ctx, input }) => reviseSealedVisit(ctx, input)),

  reviseTalk: procedure('talk.revise')
    .input(ReviseSealedTalk)
    .mutation(({ ctx, input }) => reviseSealedTalk(ctx, input)),

  reviseCategories: procedure('sealedNote.revise')
    .input(ReviseSealedCategories)
    .mutation(({ ctx, input }) => reviseSealedCategories(ctx, input)),
});
