export default definePageConfig({ navigationBarTitleText: '设定' });
