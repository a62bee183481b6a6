export default {
  noPlan: {
    title: "No plan to ask about",
    text: "Make a plan on the board first. What a plan saw is kept with it.",
    shutTitle: "The plan does not open",
    shutText: "What is stored of the plan is not whole, so we answer nothing from it. Make a new plan on the board.",
  },
  since: {
    counted_one: "One decision made since this plan is counted in here.",
    counted_other: "{{count}} decisions made since this plan are counted in here.",
    left_one: "One decision was made since this plan and is not counted in here. Make a new plan to count it in.",
    left_other:
      "{{count}} decisions were made since this plan and are not counted in here. Make a new plan to count them in.",
  },
  toBoard: "To the board",
  kind: {
    choose: "Which kind of plan",
    for: {
      balanced:
        "Places as many students as can be placed. Each student has a list: what they asked for, then what they saved, in their own order. A free place higher on that list always goes before a lower one, and any place on it before all others. Then the plan helps whoever does worst: with the place lowest on a list or, off it, with the lowest fit. Then it adds up all fits, and each step up a list counts more than any fit. This is the usual choice.",
      stable:
        "No student and no place would rather have each other. It goes by what each student asked for and saved. It may place fewer students.",
      slate:
        "Gives each student several places to go after, as many as your school allows at once. You choose among them. Nobody gets a second place at the cost of somebody's first.",
    },
    noSeatPrices:
      "The plan on the board is of the kind “{{kind}}”. To say what one more seat would do, such a plan is made again with it, which takes too long for every place in this list. On the page “What if” you can try any one of them, and the answer is exact.",
    placesNotSeats: "In a slate, “Seats” are the places that students may go after at once.",
    noLockPrices:
      "The plan on the board is of the kind “{{kind}}”. To say what a lock costs, such a plan is made again without it, so this list does it for the newest {{shown}} locks. For the others the cost stands on the page of the pair.",
  },
  nobody: "no place",
  figure: {
    placed: "Students with a place",
    withoutPlace: "Students without a place",
    resting: "Not looking now",
    pairs: "Pairs to decide about",
    floor: "Lowest fit",
    fifthPercentile: "Fit of the lowest twentieth",
    median: "Middle fit",
    total: "All fits together",
    ownPlace: "With a place they chose",
    topChoice: "With the place dearest to them",
    share: "{{students}} of {{of}}",
    inPlan: "Students with a place in the plan",
    allPairs: "Pairs in the plan",
    chosen: "Places that students chose",
    steps: "Steps up on students' lists",
    pairFloor: "Lowest fit of a pair",
    pairTotal: "All fits of pairs together",
    means: {
      placed: "They have a pair in the plan, or are on the way to a place already.",
      withoutPlace: "They look for a place, and the plan has none for them.",
      resting: "No kind of plan looks for them.",
      ownPlace:
        "Of the students who saved or asked for a place: at least one of their places in the plan is such a place. Who has an approved place does not count.",
      topChoice:
        "Of the students who may go somewhere: they have the place they want most. Who has a locked or approved place does not count.",
      pairs: "A slate has several for each student. Approved pairs do not count.",
      floor: "Each student counts once, with the pair that suits best. This is the lowest of these fits.",
      fifthPercentile: "One student in twenty has this fit or a lower one.",
      median: "Half of the students have this fit or a lower one.",
      total: "The best fit of each student, added up.",
      inPlan: "By a proposal, a lock or an approval.",
      allPairs: "Several for each student, those that are approved among them.",
      chosen: "Pairs at a place that the student saved or asked for. Plans give these first.",
      steps:
        "A first place on a list is five steps up, a second four, and from the sixth on there are none. One step counts more than any fit.",
      pairFloor:
        "The lowest of the pairs that the student did not choose. If all were chosen, the lowest of those that stand lowest on a student's list.",
      pairTotal: "The fits of all pairs in the plan, added up.",
    },
    name: "What it comes to",
    board: "On the board",
    note: "Fits go up to 10,000: seven parts how the place suits the student, three how the student suits the place.",
  },
};
