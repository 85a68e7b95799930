import { Answered } from '../../../components/answered';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { useSettings } from '../settings.queries';

/** 设定: everything a school sets for itself, as far as this person may see it, with what holds now. */
export default function SettingsPage() {
  const settings = useSettings();
  return (
    <Screen>
      <Answered query={settings} skeleton={<Skeleton rows={8} />}>
        {({ groups }) =>
          groups.length === 0 ? (
            <Empty text="这里没有您需要设定的内容。" />
          ) : (
            groups.map((group) => (
              <Card key={group.label} title={group.label}>
                {group.settings.map(({ key, label, now }) => (
                  <Row key={key} title={label} note={now} onTap={() => openPage(key, {})} />
                ))}
              </Card>
            ))
          )
        }
      </Answered>
    </Screen>
  );
}
