import { useState } from 'react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { TextField } from '../../../components/field';
import { usePaged } from '../../../components/paged';
import { Row } from '../../../components/row';
import { Switcher } from '../../../components/switcher';
import { openPage } from '../../../platform/navigate';
import type { StudentList } from '../students.queries';
import { StudentRows } from './student-rows';

/** Up to so many names are found by eye. */
const SEARCH_FROM = 20;
const CLASSES_AT_FIRST = 30;

interface ClassCardProps {
  list: StudentList;
  classes: StudentList['classes'];
  /** Whether the reader may see the class's home visits. */
  hasVisits: boolean;
  /** And what is done with the class. */
  hasWorks: boolean;
  onSwitch(): void;
  onChoose(classId: string): void;
}

/** The students of one class; for those without a class of their own, the classes first. */
export function ClassCard(props: ClassCardProps) {
  const { list, classes, hasVisits, hasWorks, onSwitch, onChoose } = props;
  const [words, setWords] = useState('');
  const current = classes.find(({ id }) => id === list.classId);
  if (!current) return <Classes classes={classes} onChoose={onChoose} />;

  const found = list.students.filter(({ name }) => name.includes(words.trim()));
  const title = `${current.label} · ${list.students.length} 人`;
  const switcher = <Switcher text="换一个班" label="现在是" onTap={onSwitch} />;
  return (
    <Card title={title} aside={classes.length > 1 ? switcher : undefined}>
      {list.students.length > SEARCH_FROM && (
        <TextField
          label="找一名学生"
          placeholder="按姓名找学生"
          isLabelHidden
          max={20}
          initial=""
          onInput={setWords}
        />
      )}
      {hasVisits && (
        <Row
          title="家访"
          note="这学期去过谁，接下来是谁"
          onTap={() => openPage('homeVisits', { classId: current.id })}
        />
      )}
      {hasWorks && (
        <Row
          title="班级工作"
          note="计划、班会、黑板报、开放周和总结"
          onTap={() => openPage('classWorks', { classId: current.id })}
        />
      )}
      {found.length > 0 && <StudentRows students={found} />}
      {list.students.length === 0 && <Empty text="这个班的花名册导入后，学生会出现在这里。" />}
      {list.students.length > 0 && found.length === 0 && (
        <Empty text={`这个班没有姓名里带“${words.trim()}”的学生。`} />
      )}
    </Card>
  );
}

function Classes({ classes, onChoose }: Pick<ClassCardProps, 'classes' | 'onChoose'>) {
  const { shown, left, showMore } = usePaged(classes, CLASSES_AT_FIRST);
  return (
    <Card title="选一个班">
      {shown.map(({ id, label, homeroomTeacher, studentCount }) => (
        <Row
          key={id}
          title={label}
          note={`${homeroomTeacher} · ${studentCount} 人`}
          onTap={() => onChoose(id)}
        />
      ))}
      {left > 0 && <Button kind="link" text={`还有 ${left} 个班`} onTap={showMore} />}
    </Card>
  );
}
