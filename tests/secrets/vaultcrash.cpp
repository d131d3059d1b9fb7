// Opens a vault and writes a key, and dies at the moment the new file is to take the old one's
// place.

#include "core/secrets/vaultstore.h"

#include <QtCore/QCoreApplication>

#include <cstdlib>
#include <cstring>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace keyway;

/// Stands in for the C library's, in this program.
extern "C" int rename(const char *, const char *to) noexcept
{
    const char *name = std::strrchr(to, '/');
    if (std::strcmp(name ? name + 1 : to, "vault.keyway") == 0)
        ::_exit(9);
    std::abort();
}

namespace {

QCoro::Task<> writeKey(VaultStore *vault)
{
    auto opening = vault->open(Secret::take("password"));
    auto opened = co_await opening;
    if (!opened.ok())
        ::_exit(2);
    auto writing = vault->write(u"key"_s, Secret::take("the new key, never to be seen"));
    auto written = co_await writing;
    ::_exit(written.ok() ? 3 : 4);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc < 2)
        return 64;
    VaultStore vault(QString::fromLocal8Bit(argv[1]));
    writeKey(&vault);
    return QCoreApplication::exec();
}
