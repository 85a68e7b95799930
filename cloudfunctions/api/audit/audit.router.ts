import { ListAudits } from '../../../domain/audit/audit.schema';
import { procedure, router } from '../procedure';
import { listAudits } from './list-audits';

export const auditRouter = router({
  list: procedure('audit.read')
    .input(ListAudits)
    .query(({ ctx, input }) => listAudits(ctx, input)),
});
