export default definePageConfig({ navigationBarTitleText: '导入老师和任课' });
