import { useRef, useState } from 'react';
import { MIN_PASSPHRASE } from '../../../../domain/backup/backup.schema';
import { DAYS_KEPT } from '../../../../domain/school/leftovers';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { sayFailure } from '../../../components/failure';
import { TextField } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Progress } from '../../../components/segments';
import { type BackupProgress, makeBackup } from '../../../platform/backup';
import { newId } from '../../../platform/id';
import {
  fetchFile,
  type LocalFile,
  type MadeFile,
  SEND_VERB,
  sendFile,
} from '../../../platform/open-file';

/** What stands in the way of beginning, in words; null when nothing does. */
function problemOf(reason: string, passphrase: string, again: string): string | null {
  if (reason.trim() === '') return '请写备份的原因。';
  if (passphrase.length < MIN_PASSPHRASE) return `密码至少 ${MIN_PASSPHRASE} 个字。`;
  return passphrase === again ? null : '两次写的密码不一样。';
}

/** 备份: the whole school as one sealed file. The password is nowhere but with whoever chose it. */
export default function BackupPage() {
  const words = useRef({ reason: '', passphrase: '', again: '' });
  const backupId = useRef(newId());
  const [progress, setProgress] = useState<BackupProgress | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const begin = async () => {
    const { reason, passphrase, again } = words.current;
    const lacking = problemOf(reason, passphrase, again);
    setProblem(lacking);
    if (lacking) return;
    setBusy(true);
    try {
      const request = { backupId: backupId.current, reason: reason.trim(), passphrase };
      await makeBackup(request, setProgress);
    } catch (error) {
      setProblem(sayFailure(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Screen>
      <Notice text="备份是几个加密的文件：一个是全校的记录，包括保密内容；照片另成几个。密码不会存在任何地方，忘了就打不开，请两个人分别记好。" />
      <Card>
        <TextField
          label="备份的原因"
          max={60}
          initial=""
          onInput={(reason) => {
            words.current.reason = reason;
          }}
        />
        <TextField
          label="密码"
          placeholder="可以用一句只有你们知道的话"
          max={200}
          initial=""
          onInput={(passphrase) => {
            words.current.passphrase = passphrase;
          }}
        />
        <TextField
          label="再写一次密码"
          max={200}
          initial=""
          onInput={(again) => {
            words.current.again = again;
          }}
        />
      </Card>
      {progress && <ProgressCard progress={progress} onFail={setProblem} />}
      {problem !== null && <Notice kind="error" text={problem} />}
      <Button
        kind="main"
        text={progress?.state === 'running' ? '继续备份' : '开始备份'}
        isBusy={isBusy}
        isDisabled={progress?.state === 'done'}
        onTap={() => void begin()}
      />
      <Notice
        text={`请在没有人记录的时候做，比如晚上：正在写的内容可能只备份到一半。做好的文件在云端保留 ${DAYS_KEPT} 天，请都存到学校的电脑上。恢复要在新的、空的环境里进行，请找维护人员。`}
      />
    </Screen>
  );
}

interface ProgressCardProps {
  progress: BackupProgress;
  onFail(sentence: string): void;
}

/** How far it is; then each file, to be taken one by one. */
function ProgressCard({ progress, onFail }: ProgressCardProps) {
  const { state, done, of, documents, pictures, files } = progress;
  const [fetched, setFetched] = useState<Record<string, LocalFile>>({});
  // Fetched first, then sent: WeChat sends a file only right after a tap.
  const save = async (file: MadeFile) => {
    try {
      const local = fetched[file.fileId];
      if (local) await sendFile(local);
      else {
        const path = await fetchFile(file);
        setFetched((before) => ({ ...before, [file.fileId]: path }));
      }
    } catch (error) {
      onFail(sayFailure(error));
    }
  };
  const verbOf = ({ fileId }: MadeFile) => (fetched[fileId] ? SEND_VERB : '取文件');
  return (
    <Card title={state === 'done' ? '备份好了' : '正在备份'}>
      <Progress done={done} of={of} />
      <Row title={`${documents} 条记录，${pictures} 张照片`} note={`${done} / ${of}`} />
      {files.map((file) => (
        <Row
          key={file.fileId}
          title={file.name}
          aside={verbOf(file)}
          label={`${verbOf(file)} ${file.name}`}
          onTap={() => void save(file)}
        />
      ))}
    </Card>
  );
}
