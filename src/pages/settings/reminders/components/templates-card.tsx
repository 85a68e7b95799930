import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import type { ReminderSetting } from '../../settings.queries';

type Template = ReminderSetting['templates'][number];

/** 会议名称 thing1、会议时间 time2. */
const sayFields = ({ fields }: Template): string =>
  fields.map(({ label, key }) => `${label} ${key}`).join('、');

/** Which message template each kind of reminder goes out by; set where the product is deployed. */
export function TemplatesCard({ templates }: { templates: readonly Template[] }) {
  const missing = templates.filter(({ id }) => id === null);
  return (
    <Card
      title="微信提醒的模板"
      aside={`配置了 ${templates.length - missing.length}/${templates.length} 个`}
    >
      {templates.map((template) => (
        <Row
          key={template.name}
          title={template.title}
          note={`${template.id ?? '还没有配置'} · ${sayFields(template)}`}
        />
      ))}
      <Notice
        text={
          missing.length > 0
            ? '没有配置的，提醒只在小程序里看得到。模板由部署的人在云函数的环境变量里填写，这里只能看。'
            : '模板由部署的人在云函数的环境变量里填写，这里只能看。'
        }
      />
    </Card>
  );
}
