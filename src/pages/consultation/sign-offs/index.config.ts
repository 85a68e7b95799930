export default definePageConfig({ navigationBarTitleText: '等我签字' });
