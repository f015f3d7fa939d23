// Tests take turns, for some measure times. Those that mostly wait for a database have collections of their own, beside the rest.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly, MaxParallelThreads = 4)]
