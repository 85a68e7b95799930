export default definePageConfig({ navigationBarTitleText: '导师的约定' });
