import { useState } from 'react';
import { Card } from '../../../../components/card';
import { Row } from '../../../../components/row';
import { sayWhen } from '../../../../platform/when';
import { useErasure } from '../../joining.queries';
import { ErasureSheet } from './erasure-sheet';

interface Child {
  id: string;
  name: string;
}

/** What one wrote about each child may be erased; the questions of all go in one call. */
export function ErasureCard({ family }: { family: readonly Child[] }) {
  return (
    <Card title="我写的内容">
      {family.map((child) => (
        <ErasureRow key={child.id} child={child} />
      ))}
    </Card>
  );
}

function ErasureRow({ child }: { child: Child }) {
  const erasure = useErasure(child.id);
  const [isOpen, setIsOpen] = useState(false);
  const request = erasure.data?.request ?? null;
  return (
    <>
      <Row
        title={`请学校删去关于${child.name}的`}
        note={
          request ? `${sayWhen(request.at)}已提出，等办公室办理` : '互动表里的话、更正请求和名字'
        }
        onTap={() => setIsOpen(true)}
      />
      {isOpen && erasure.data && (
        <ErasureSheet
          child={child}
          erasure={erasure.data}
          onChanged={() => void erasure.refetch()}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
