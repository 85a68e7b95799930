import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/button';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Tap } from '../../../../components/tap';
import { showPhotos } from '../../../../platform/photos/show';
import { useOpenPhotos } from '../../home-visit.queries';
import './photos-row.scss';

interface PhotosRowProps {
  visitId: string;
  count: number;
}

/** Photos are fetched only when somebody wants to see them: who looked is recorded. */
export function PhotosRow({ visitId, count }: PhotosRowProps) {
  const [urls, setUrls] = useState<readonly string[]>([]);
  const { mutate, isPending, error } = useOpenPhotos();
  if (urls.length > 0) {
    return (
      <View className="visit-photos">
        {urls.map((url, index) => (
          <Tap key={url} label={`第 ${index + 1} 张照片`} onTap={() => showPhotos(urls, url)}>
            <Image className="visit-photo" mode="aspectFill" src={url} />
          </Tap>
        ))}
      </View>
    );
  }
  return (
    <>
      <Button
        kind="link"
        text={`看照片（${count} 张，打开会留下记录）`}
        isBusy={isPending}
        onTap={() => mutate({ visitId }, { onSuccess: setUrls })}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </>
  );
}
