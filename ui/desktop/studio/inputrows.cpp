#include "inputrows.h"

#include "core/engine/routefacts.h"
#include "ui/desktop/filechip.h"
#include "ui/desktop/studio/studioprice.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int Ring = 3; ///< room for the rings around buttons at the edge

Attachment::Use useOf(const QString &kind)
{
    return kind == "mask"_L1       ? Attachment::Use::Mask
        : kind == "first-frame"_L1 ? Attachment::Use::FirstFrame
        : kind == "last-frame"_L1  ? Attachment::Use::LastFrame
                                   : Attachment::Use::Content;
}

bool isPicture(const QString &kind)
{
    return kind == "image"_L1 || kind == "mask"_L1 || kind == "first-frame"_L1
        || kind == "last-frame"_L1;
}

} // namespace

InputRows::InputRows(int labelWidth, QWidget *parent)
    : QWidget(parent)
    , m_labelWidth(labelWidth)
    , m_grid(new QGridLayout(this))
{
    setAccessibleName(tr("Pictures to start from"));
    m_grid->setContentsMargins(Ring, 0, Ring, Ring);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    m_grid->setColumnStretch(1, 1);
}

void InputRows::setModel(const Model *model)
{
    QString signature;
    QList<Kind> kinds;
    for (const InputRule &rule : model ? model->inputs : QList<InputRule>()) {
        if (!isPicture(rule.kind))
            continue;
        kinds.append({rule.kind, rule.most});
        signature += rule.kind + u':' + QString::number(rule.most) + u' ';
    }
    if (signature == m_made)
        return;
    m_made = signature;
    m_kinds = kinds;
    m_buttons.clear();
    m_chips.clear();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    for (const Kind &kind : std::as_const(m_kinds)) {
        const int row = 2 * int(m_buttons.size());
        auto *label
            = new TextLabel(inputLabel(kind.name), TextStyle::Body, Token::TextSecondary, this);
        label->setMinimumWidth(m_labelWidth);
        label->setAlignment(Qt::AlignVCenter);
        label->setFixedHeight(36);
        auto *holder = new QWidget(this);
        holder->setAccessibleName(inputLabel(kind.name));
        auto *chips = new QVBoxLayout(holder);
        chips->setContentsMargins(0, 0, 0, 0);
        chips->setSpacing(2);
        auto *button = new QPushButton(tr("Add a picture"), this);
        button->setIcon(themeOf(this).icon(u"attach"_s));
        button->setAccessibleName(tr("%1: add a picture").arg(inputLabel(kind.name)));
        m_grid->addWidget(label, row, 0, 2, 1, Qt::AlignTop);
        m_grid->addWidget(holder, row, 1);
        m_grid->addWidget(button, row + 1, 1);
        m_buttons.insert(kind.name, button);
        m_chips.insert(kind.name, chips);
        connect(button, &QPushButton::clicked, this, [this, name = kind.name] {
            m_wanted = name;
            Q_EMIT fileWanted(name);
        });
        label->show();
        button->show();
    }
    showFiles();
}

void InputRows::setFiles(const QList<AttachedFile> &files)
{
    m_files = files;
    showFiles();
    Q_EMIT changed();
}

void InputRows::add(AttachedFile file)
{
    QString kind = std::exchange(m_wanted, {});
    if (kind.isEmpty()) {
        for (const Kind &known : std::as_const(m_kinds)) {
            const auto there
                = std::count_if(m_files.begin(), m_files.end(), [&](const AttachedFile &other) {
                      return engine::inputKindOf(other.attachment) == known.name;
                  });
            if (there < known.most) {
                kind = known.name;
                break;
            }
        }
    }
    if (kind.isEmpty() && !m_kinds.isEmpty())
        kind = m_kinds.first().name;
    addTo(kind, std::move(file));
}

void InputRows::addTo(const QString &kind, AttachedFile file)
{
    file.attachment.use = useOf(kind);
    int most = 1;
    for (const Kind &known : std::as_const(m_kinds)) {
        if (known.name == kind)
            most = known.most;
    }
    qsizetype last = -1;
    int there = 0;
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        if (engine::inputKindOf(m_files.at(i).attachment) == kind) {
            last = i;
            ++there;
        }
    }
    if (there >= most && last >= 0)
        m_files[last] = file;
    else
        m_files.append(file);
    showFiles();
    Q_EMIT changed();
}

void InputRows::showFiles()
{
    for (const Kind &kind : std::as_const(m_kinds)) {
        QVBoxLayout *chips = m_chips.value(kind.name);
        while (QLayoutItem *item = chips->takeAt(0)) {
            item->widget()->hide();
            item->widget()->deleteLater();
            delete item;
        }
        int there = 0;
        for (qsizetype i = 0; i < m_files.size(); ++i) {
            if (engine::inputKindOf(m_files.at(i).attachment) != kind.name)
                continue;
            ++there;
            auto *chip = new FileChip(m_files.at(i), chips->parentWidget());
            chips->addWidget(chip);
            chip->show();
            connect(chip, &FileChip::removeRequested, this, [this, i, name = kind.name] {
                m_files.removeAt(i);
                showFiles();
                m_buttons.value(name)->setFocus(Qt::OtherFocusReason);
                Q_EMIT changed();
            });
        }
        chips->parentWidget()->setVisible(there > 0);
        m_buttons.value(kind.name)->setVisible(there < kind.most);
    }
}

} // namespace keyway
