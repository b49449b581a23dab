using System.CommandLine;

var root = new RootCommand("DropoutLessons: dropout as Flax nnx does it, in C# notebooks.");
return await root.Parse(args).InvokeAsync();
