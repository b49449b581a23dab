using DropoutLessons.Worker;

using var channel = Channel.Open(args);
return SubmissionHost.Run(channel);
