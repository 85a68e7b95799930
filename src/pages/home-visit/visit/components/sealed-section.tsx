import { Card } from '../../../../components/card';
import { SealedPart } from '../../../../sheets/sealed-note/sealed-part';
import { useReviseSealedVisit, type Visit } from '../../home-visit.queries';

/** What of a visit is kept sealed. */
export function SealedSection({ visit }: { visit: Visit }) {
  const { id: visitId, sealed, may, status } = visit;
  const { mutateAsync } = useReviseSealedVisit();
  const mayBegin = may.write && status !== 'planned';
  if (!sealed.exists && !mayBegin) return null;
  return (
    <Card title="保密部分">
      <SealedPart
        noteId={sealed.noteId}
        exists={sealed.exists}
        mayOpen={may.openSealed}
        mayWrite={may.write}
        send={(text, rev, writeId) => mutateAsync({ visitId, text, rev, writeId })}
      />
    </Card>
  );
}
