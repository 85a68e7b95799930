import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { usePaged } from '../../../../components/paged';
import { Row } from '../../../../components/row';
import type { CoveredStudent } from '../../home-visit.queries';
import { sayLast, sayState } from './say-visit';

const A_PAGE = 20;

interface StudentsCardProps {
  title: string;
  students: readonly CoveredStudent[];
  onOpen(student: CoveredStudent): void;
}

/** Students in the order in which they are next; 优先 says no more than that. */
export function StudentsCard({ title, students, onOpen }: StudentsCardProps) {
  const { shown, left, showMore } = usePaged(students, A_PAGE);
  return (
    <Card title={title} aside={`${students.length} 人`}>
      {shown.map((student) => (
        <Row
          key={student.id}
          title={student.name}
          note={[sayLast(student), sayState(student)].filter(Boolean).join(' · ')}
          aside={student.isPriority && !student.isVisited ? <Chip text="优先" /> : undefined}
          label={[student.name, student.isPriority && '优先', sayLast(student), sayState(student)]
            .filter(Boolean)
            .join('，')}
          onTap={() => onOpen(student)}
        />
      ))}
      {left > 0 && (
        <Button kind="link" text={`再显示 ${Math.min(left, A_PAGE)} 人`} onTap={showMore} />
      )}
    </Card>
  );
}
