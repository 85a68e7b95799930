import { useState } from 'react';
import { RESPONDENTS } from '../../../../domain/interaction-form/interaction-form.schema';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { Part } from '../../../components/part';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Sheet } from '../../../components/sheet';
import { Skeleton } from '../../../components/skeleton';
import { newId } from '../../../platform/id';
import { openPage } from '../../../platform/navigate';
import { type Form, useForms } from '../interaction-form.queries';

const sayForm = ({ respondent, questions, isOn }: Form): string =>
  [RESPONDENTS[respondent], `${questions.length} 道题`, !isOn && '已停用']
    .filter(Boolean)
    .join(' · ');

/** 表的样式: the school's forms; whoever may edits them. */
export default function FormTemplatesPage() {
  const forms = useForms();
  const [shown, setShown] = useState<Form | null>(null);
  const edit = (formId: string) => openPage('editTemplate', { formId });
  return (
    <Screen
      footer={forms.data?.mayRevise && <Button text="加一份表" onTap={() => edit(newId())} />}
      sheet={shown && <FormSheet form={shown} onClose={() => setShown(null)} />}
    >
      <Answered query={forms} skeleton={<Skeleton rows={5} />}>
        {({ forms: all, mayRevise }) => (
          <Card title="学校的表">
            <Notice text="改题目只影响以后发的表，已经发出去的不变。" />
            {all.map((form) => (
              <Row
                key={form.id}
                title={form.name}
                note={sayForm(form)}
                onTap={() => (mayRevise ? edit(form.id) : setShown(form))}
              />
            ))}
          </Card>
        )}
      </Answered>
    </Screen>
  );
}

function FormSheet({ form, onClose }: { form: Form; onClose(): void }) {
  return (
    <Sheet title={form.name} onClose={onClose}>
      {form.questions.map(({ key, label, options }) => (
        <Part key={key} label={label} text={options.map((option) => option.label).join('、')} />
      ))}
    </Sheet>
  );
}
