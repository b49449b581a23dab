using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace DropoutLessons.Cli.Grading;

/// <summary>Writes the rules by which Linux refuses a submission some system calls: new processes, sockets, other processes' memory.</summary>
/// <remarks>Classic BPF, 8 bytes an instruction, as <c>bwrap --seccomp</c> reads it. Source: linux/seccomp.h, linux/bpf_common.h, the kernel's tables of system calls.</remarks>
internal static class SeccompFilter
{
    private const uint Allow = 0x7fff0000, Refuse = 0x00050000, NoSuchCall = 38, NotPermitted = 1;
    private const ushort Load = 0x20, JumpIfEqual = 0x15, JumpIfAnyBit = 0x45, Return = 0x06;
    private const uint NumberOffset = 0, ArchitectureOffset = 4, FirstArgumentOffset = 16, CloneThread = 0x00010000, Clone3 = 435;

    // fork, vfork, socket, socketpair, ptrace, process_vm_readv, process_vm_writev, mount, unshare, setns, bpf, perf_event_open, keyctl, io_uring_setup, pidfd_getfd
    private static readonly uint[] s_x64 = [57, 58, 41, 53, 101, 310, 311, 165, 272, 308, 321, 298, 250, 425, 438];
    private static readonly uint[] s_arm64 = [198, 199, 117, 270, 271, 40, 97, 268, 280, 241, 219, 425, 438];

    /// <summary>Makes the filter for this machine; null on a processor whose numbers are not known here.</summary>
    public static byte[]? ForThisMachine() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => Make(0xc000003e, clone: 56, s_x64),
        Architecture.Arm64 => Make(0xc00000b7, clone: 220, s_arm64),
        _ => null,
    };

    private static byte[] Make(uint architecture, uint clone, uint[] refused)
    {
        var program = new List<(ushort Code, byte Yes, byte No, uint Value)>
        {
            (Load, 0, 0, ArchitectureOffset),
            (JumpIfEqual, 1, 0, architecture),
            // Numbers of another architecture, such as 32 bit, mean other calls.
            (Return, 0, 0, Refuse | NotPermitted),
            (Load, 0, 0, NumberOffset),
        };
        foreach (uint call in refused)
        {
            program.Add((JumpIfEqual, 0, 1, call));
            program.Add((Return, 0, 0, Refuse | NotPermitted));
        }
        // With "no such call" the C library falls back to clone, whose flags can be looked at.
        program.Add((JumpIfEqual, 0, 1, Clone3));
        program.Add((Return, 0, 0, Refuse | NoSuchCall));
        program.Add((JumpIfEqual, 1, 0, clone));
        program.Add((Return, 0, 0, Allow));
        program.Add((Load, 0, 0, FirstArgumentOffset));
        program.Add((JumpIfAnyBit, 1, 0, CloneThread));
        program.Add((Return, 0, 0, Refuse | NotPermitted));
        program.Add((Return, 0, 0, Allow));
        return [.. program.SelectMany(Bytes)];
    }

    private static byte[] Bytes((ushort Code, byte Yes, byte No, uint Value) instruction)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, instruction.Code);
        (bytes[2], bytes[3]) = (instruction.Yes, instruction.No);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), instruction.Value);
        return bytes;
    }
}
