import { useRouter } from '@tarojs/taro';
import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { type Form, useForms } from '../interaction-form.queries';
import { TemplateForm } from './components/template-form';

const newForm = (id: string): Form => ({
  ...{ id, rev: 0, name: '', intro: '', respondent: 'guardian' },
  ...{ hasSchoolPart: false, isOn: true, questions: [] },
});

/** 改样式: the questions of one form; what the law forbids to collect is refused with the reason. */
export default function EditTemplatePage() {
  const { formId = '' } = useRouter().params;
  const forms = useForms();
  if (forms.data) {
    const form = forms.data.forms.find(({ id }) => id === formId) ?? newForm(formId);
    return <TemplateForm stored={form} />;
  }
  return (
    <Screen>
      <Answered query={forms} skeleton={<Skeleton rows={8} />}>
        {() => null}
      </Answered>
    </Screen>
  );
}
