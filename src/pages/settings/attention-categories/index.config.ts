export default definePageConfig({ navigationBarTitleText: '特别关注的类别' });
