import { Button } from '../../../components/button';
import { usePaged } from '../../../components/paged';
import { Row } from '../../../components/row';
import { openPage } from '../../../platform/navigate';
import type { ListedStudent } from '../students.queries';

/** WeChat asks for at most 60 children in a list. */
const A_PAGE = 50;

interface StudentRowsProps {
  students: readonly ListedStudent[];
  /** Says the class too, where students come from several. */
  hasClass?: boolean;
}

/** Students by name; a tap opens the file. */
export function StudentRows({ students, hasClass = false }: StudentRowsProps) {
  const { shown, left, showMore } = usePaged(students, A_PAGE);
  return (
    <>
      {shown.map(({ id, name, classLabel, mentor }) => (
        <Row
          key={id}
          title={name}
          note={[hasClass && classLabel, mentor && `导师 ${mentor}`].filter(Boolean).join(' · ')}
          onTap={() => openPage('studentFile', { studentId: id })}
        />
      ))}
      {left > 0 && (
        <Button kind="link" text={`再显示 ${Math.min(left, A_PAGE)} 人`} onTap={showMore} />
      )}
    </>
  );
}
