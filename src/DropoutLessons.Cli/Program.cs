using DropoutLessons.Cli;

return await Tool.RunAsync(args);
