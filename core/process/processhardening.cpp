#include "core/process/processhardening.h"

#include <QtCore/QString>

#include <sodium.h>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace keyway {

using namespace Qt::StringLiterals;

namespace {
Error notHardened(const QString &detail)
{
    return Error(Error::Kind::Internal, detail).withReason(u"not-hardened"_s);
}
} // namespace

Result<Done> hardenProcess()
{
    if (sodium_init() < 0)
        return notHardened(u"libsodium finds no randomness"_s);
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0)
        return notHardened(u"core files cannot be switched off"_s);
#endif
#ifdef Q_OS_LINUX
    // A pipe in core_pattern gets its core whatever RLIMIT_CORE says; a process that is not
    // dumpable has none. https://man7.org/linux/man-pages/man5/core.5.html
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return notHardened(u"the process stays dumpable"_s);
#endif
    return Done{};
}

} // namespace keyway
