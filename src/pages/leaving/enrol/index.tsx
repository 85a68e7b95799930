import { useState } from 'react';
import { SEX_LABELS, type Sex } from '../../../../domain/school/roster.schema';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { OneOf } from '../../../components/choices';
import { sayFailure } from '../../../components/failure';
import { TextField } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Screen } from '../../../components/screen';
import { showToast } from '../../../components/toast';
import { newId } from '../../../platform/id';
import { openPage } from '../../../platform/navigate';
import { useWriteId } from '../../../platform/use-api';
import { useClasses, useRecordEnrolment } from '../leaving.queries';

const SEXES = Object.entries(SEX_LABELS) as [Sex, string][];

/** 增加一名学生: one by hand; the roster brings in many. */
export default function EnrolPage() {
  const classes = useClasses();
  if (classes.data) {
    const { classes: all, classId } = classes.data;
    return <EnrolForm classes={all} ownClassId={all.length === 1 ? classId : null} />;
  }
  return (
    <Screen>
      <Answered query={classes}>{() => null}</Answered>
    </Screen>
  );
}

interface EnrolFormProps {
  classes: readonly { id: string; label: string }[];
  ownClassId: string | null;
}

function EnrolForm({ classes, ownClassId }: EnrolFormProps) {
  const [classId, setClassId] = useState(ownClassId);
  const [name, setName] = useState('');
  const [sex, setSex] = useState<Sex | null>(null);
  const [studentNumber, setStudentNumber] = useState('');
  const [studentId] = useState(newId);
  const writeIdOf = useWriteId();
  const { mutate, isPending, error } = useRecordEnrolment();
  const isComplete = classId !== null && sex !== null && name.trim() !== '';
  const save = () => {
    if (classId === null || sex === null) return;
    const content = {
      ...{ studentId, classId, sex },
      ...{ name: name.trim(), studentNumber: studentNumber.trim() },
    };
    mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess: () => {
          showToast({ text: `${content.name}已加入` });
          openPage('studentFile', { studentId });
        },
      },
    );
  };
  return (
    <Screen
      footer={
        <Button kind="main" text="保存" isDisabled={!isComplete} isBusy={isPending} onTap={save} />
      }
    >
      <Card title="增加一名学生">
        <TextField label="姓名" max={20} initial="" onInput={setName} />
        <OneOf<Sex> label="性别" choices={SEXES} initial={sex} onChoose={setSex} />
        <OneOf
          label="班级"
          choices={classes.map(({ id, label }) => [id, label] as const)}
          initial={classId}
          onChoose={setClassId}
        />
        <TextField
          label="学号，可以不填"
          placeholder="学校自己编的号，不要填身份证号"
          max={30}
          initial=""
          onInput={setStudentNumber}
        />
      </Card>
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Screen>
  );
}
