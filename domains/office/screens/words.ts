/** Words of the screens of internal works. */
export const zh = {
  itBoard: {
    title: '信息化三批看板',
    help: '预研一批、建设一批、应用一批;点开项目办理阶段评审',
    budget: '预算 {yuan} 元',
    benefit: '效益 {yuan} 元',
    none: '没有项目',
    owner: '负责人 {name}',
    failed: '没有取到项目,请稍后再试',
  },
}
export const en = {
  itBoard: {
    title: 'IT projects: three batches',
    help: 'Research, build, apply; open a project for its gate review',
    budget: 'Budget {yuan} yuan',
    benefit: 'Benefit {yuan} yuan',
    none: 'No project',
    owner: 'Led by {name}',
    failed: 'The projects could not be read, try again later',
  },
}
