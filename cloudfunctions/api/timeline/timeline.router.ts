import { ListTimeline } from '../../../domain/timeline/timeline.schema';
import { procedure, router } from '../procedure';
import { listTimeline } from './list-timeline';

export const timelineRouter = router({
  list: procedure('timeline.read')
    .input(ListTimeline)
    .query(({ ctx, input }) => listTimeline(ctx, input)),
});
