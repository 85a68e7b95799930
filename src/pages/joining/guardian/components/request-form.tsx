import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { CHILD_CONSENT, RELATIONS, type Relation } from '../../../../../domain/joining/consent';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { OneOf } from '../../../../components/choices';
import { sayFailure } from '../../../../components/failure';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { type GuardianDoor, useSubmitGuardianRequest } from '../../joining.queries';
import { Agree } from './agree';
import './request-form.scss';

interface RequestFormProps {
  code: string;
  door: GuardianDoor;
  onSent(): void;
}

interface Words {
  guardianName: string;
  relation: Relation | null;
  childName: string;
}

const AGES = [
  ['under', '未满十四周岁'],
  ['over', '满了十四周岁'],
] as const;

const NOTHING: Words = { guardianName: '', relation: null, childName: '' };

/** What a guardian agrees to stands first; the fields open when they have. */
export function RequestForm({ code, door, onSent }: RequestFormProps) {
  const [hasAgreed, setAgreed] = useState(false);
  return (
    <>
      <Card title={`${door.schoolName} · ${door.classLabel}`}>
        {door.consent.parts.map(({ title, text }) => (
          <View key={title} className="consent-part">
            <Text className="consent-title">{title}</Text>
            <Text className="consent-text">{text}</Text>
          </View>
        ))}
        <Agree
          text="我看过了，同意学校按上面的说明处理。"
          hasAgreed={hasAgreed}
          onAgree={setAgreed}
        />
      </Card>
      {hasAgreed && <Fields code={code} version={door.consent.version} onSent={onSent} />}
    </>
  );
}

interface FieldsProps {
  code: string;
  version: GuardianDoor['consent']['version'];
  onSent(): void;
}

function Fields({ code, version, onSent }: FieldsProps) {
  const [words, setWords] = useState(NOTHING);
  const [age, setAge] = useState<'under' | 'over' | null>(null);
  const [agreesForChild, setAgreesForChild] = useState(false);
  const { mutate, isPending, error } = useSubmitGuardianRequest();
  const writeIdOf = useWriteId();
  const type = (part: Partial<Words>) => setWords((before) => ({ ...before, ...part }));
  const { relation, guardianName, childName } = words;
  const isWhole =
    guardianName.trim() !== '' &&
    childName.trim() !== '' &&
    relation !== null &&
    age !== null &&
    (age === 'over' || agreesForChild);
  const submit = () => {
    if (relation === null) return;
    const content = {
      ...{ code, guardianName, relation, childName, consentVersion: version },
      ...{ isUnderFourteen: age === 'under', agreesForChild },
    };
    const onSuccess = () => {
      showToast({ text: '已递交，等班主任确认' });
      onSent();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  return (
    <Card title="您和孩子">
      <TextField
        label="孩子的姓名"
        max={20}
        initial=""
        onInput={(text) => type({ childName: text })}
      />
      <TextField
        label="您的姓名"
        max={20}
        initial=""
        onInput={(text) => type({ guardianName: text })}
      />
      <OneOf
        label="您是孩子的"
        choices={Object.entries(RELATIONS) as [Relation, string][]}
        initial={null}
        onChoose={(key) => type({ relation: key })}
      />
      <OneOf label="孩子的年龄" choices={AGES} initial={null} onChoose={(key) => setAge(key)} />
      {age === 'under' && (
        <Agree text={CHILD_CONSENT} hasAgreed={agreesForChild} onAgree={setAgreesForChild} />
      )}
      {error && <Notice kind="error" text={sayFailure(error)} />}
      <Button
        kind="main"
        text="递交给班主任"
        isDisabled={!isWhole}
        isBusy={isPending}
        onTap={submit}
      />
    </Card>
  );
}
