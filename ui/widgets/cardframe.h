#pragma once

#include "ui/theme/token.h"
#include "ui/widgets/paintedwidget.h"

namespace keyway {

/// A surface with a thin edge that holds what belongs together. Give it a name; not a focus stop
/// itself.
class CardFrame : public PaintedWidget {
    Q_OBJECT
public:
    explicit CardFrame(QWidget *parent = nullptr);
    bool isSelected() const { return m_selected; }
    void setSelected(bool selected);
    void setBorder(Token border);
    void setFill(Token fill);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Token m_border = Token::BorderSubtle;
    Token m_fill = Token::BgSurface;
    bool m_selected = false;
};

/// A line between parts, one device-independent pixel thick.
class Divider : public PaintedWidget {
    Q_OBJECT
public:
    explicit Divider(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);
    void setColor(Token color);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Token m_color = Token::BorderSubtle;
};

/// Paints one token behind its children: the receipt (bg.surface), a button row (bg.sidebar).
class Band : public PaintedWidget {
    Q_OBJECT
public:
    /// `edge` is the side that has a line in border.subtle, 0 for none.
    explicit Band(Token fill, Qt::Edges edge = {}, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Token m_fill;
    Qt::Edges m_edges;
};

} // namespace keyway
